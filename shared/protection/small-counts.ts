/** Fewer than this many people, or households, in one figure could be recognised. */
export const SMALLEST_COUNT = 3;

/** A number that may be about one person; that there is nobody tells nothing about anybody. */
export function isSmall(count: number): boolean {
  return count !== 0 && count < SMALLEST_COUNT;
}

/** Two numbers may stand beside each other when they are the same, or when at least three make the difference. */
export function isSafeStep(one: number, other: number): boolean {
  return !isSmall(Math.abs(other - one));
}

/**
 * From an earlier number to a later one, of a figure that only adds up: what was counted by one month is counted by the
 * next.
 */
export function isSafeGrowth(earlier: number, later: number): boolean {
  return later >= earlier && isSafeStep(earlier, later);
}

/**
 * Which steps from an earlier number to a later one are safe: `isSafeStep` where it goes up and down, `isSafeGrowth`
 * where it only grows.
 */
export type StepRule = (earlier: number, later: number) => boolean;

/** A number that was shown outside the job centre, on the cut-off day it is about. */
export type Level = { on: string; count: number };

/**
 * The level rule, the same for every figure that is shown cut-off day by cut-off day: a further number is shown when it
 * is safe beside the ones nearest to it in time, and beside what was shown for its own day. Then nobody who came, went
 * or was entered late is told by a difference. `shown` is in the order of the days.
 */
export function mayBeShown(shown: readonly Level[], { on, count }: Level, isSafe: StepRule = isSafeStep): boolean {
  const earlier = shown.findLast((level) => level.on < on)?.count ?? count;
  const later = shown.find((level) => level.on > on)?.count ?? count;
  const former = shown.find((level) => level.on === on)?.count ?? count;
  return !isSmall(count) && isSafe(earlier, count) && isSafe(count, later) && isSafeStep(former, count);
}

/** With a further number, if it may be shown; the same list where it may not. */
export function withLevel<Shown extends Level>(
  shown: readonly Shown[],
  level: Shown,
  isSafe?: StepRule,
): readonly Shown[] {
  if (shown.some(({ on }) => on === level.on) || !mayBeShown(shown, level, isSafe)) return shown;
  return [...shown, level].sort((one, other) => (one.on < other.on ? -1 : 1));
}

/**
 * What was shown, put right where at least three were entered late or taken back, or nobody was: then two versions of a
 * number tell of nobody either. `counted` is what is counted now, by day. By how many one day is put right and the next
 * must be safe beside each other as well. Who is late on one day is late on all that follow: so a sum that grows is put
 * right from the last day back to the first that has to stay as it was, and never shrinks on the way; where that does
 * nothing, as when a sum was too large, from the first day on.
 */
export function corrected<Shown extends Level>(
  shown: readonly Shown[],
  counted: ReadonlyMap<string, number>,
  isSafe?: StepRule,
): readonly Shown[] {
  const days = [...shown.keys()];
  const fromTheLast = correctedAlong(days.toReversed(), { shown, counted, isSafe });
  return fromTheLast === shown ? correctedAlong(days, { shown, counted, isSafe }) : fromTheLast;
}

type Correcting<Shown> = {
  shown: readonly Shown[];
  counted: ReadonlyMap<string, number>;
  isSafe: StepRule | undefined;
};

function correctedAlong<Shown extends Level>(
  days: readonly number[],
  { shown, counted, isSafe }: Correcting<Shown>,
): readonly Shown[] {
  let levels = shown;
  let lateBeside = 0;
  for (const [index, level] of days.flatMap((day) => (shown[day] ? [[day, shown[day]] as const] : []))) {
    const { on, count } = level;
    const late = (counted.get(on) ?? count) - count;
    if (!isSafeStep(lateBeside, late) || !mayBeShown(levels, { on, count: count + late }, isSafe)) break;
    if (late !== 0) levels = levels.with(index, { ...level, count: count + late });
    lateBeside = late;
  }
  return levels;
}
