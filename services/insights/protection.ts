/** Under three, a number about people may be one about a person. */
export const SMALLEST_COUNT = 3;

/**
 * Two exact counts give away the third: four placements by October less three by September is one in October. So of a
 * figure that grows month by month only some totals are shown, each at least three apart; then whatever is worked
 * out from two periods is nothing or at least three. `totals` are the counts from the first event to the end of each month.
 */
export function safeTotals(totals: readonly number[]): ReadonlySet<number> {
  const safe = [0];
  const last = (): number => safe.at(-1) ?? 0;
  for (const total of totals) if (total - last() >= SMALLEST_COUNT) safe.push(total);
  const all = totals.at(-1) ?? 0;
  if (all === last()) return new Set(safe);
  // One or two are left over. They are told together with the last months before, not on their own; or not at all.
  if (safe.length > 1) safe.splice(-1, 1, all);
  return new Set(safe);
}

/** A count of a period, by the totals before and at the end of it. */
export type Span = { before: number; until: number };

export function isSafe({ before, until }: Span, totals: readonly number[]): boolean {
  const safe = safeTotals(totals);
  return safe.has(before) && safe.has(until);
}

/** A number that may be about one person; that there is nobody tells nothing about anybody. */
export function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_COUNT;
}

/**
 * A number that goes up and down, month by month from the first on which it is shown: it is shown again when it is the same
 * or at least three away, so that nobody who came or went is told by the difference. Answers whether the last one is.
 */
export function isSafeLevel(levels: readonly number[]): boolean {
  let shown: number | undefined;
  let safe = false;
  for (const level of levels) {
    safe = !isSmall(level) && (shown === undefined || !isSmall(Math.abs(level - shown)));
    if (safe) shown = level;
  }
  return safe;
}
