/** Fewer than this many people, or households, in one figure could be recognised. */
export const SMALLEST_COUNT = 3;

/** True for 1 and 2: such a number may be about one person. Zero is safe to publish. */
export function isSmall(count: number): boolean {
  return count !== 0 && count < SMALLEST_COUNT;
}

/** True when two numbers may stand beside each other: they are the same, or at least three make the difference. */
export function isSafeStep(a: number, b: number): boolean {
  return !isSmall(Math.abs(b - a));
}

/**
 * True when a figure that only adds up may grow so from an earlier number to a later one: one month's count is part of
 * the next one's.
 */
export function isSafeGrowth(earlier: number, later: number): boolean {
  return later >= earlier && isSafeStep(earlier, later);
}

/**
 * The rule for a step from an earlier number to a later one: `isSafeStep` where a figure goes up and down,
 * `isSafeGrowth` where it only grows.
 */
export type StepRule = (earlier: number, later: number) => boolean;

/** A number that was shown outside the job centre, on the cut-off day it is about. */
export type Level = { on: string; count: number };

/**
 * True when a further number may be shown. The level rule is the same for every figure that is shown cut-off day by
 * cut-off day: the number is safe beside the ones nearest to it in time, and beside the one shown for its own day. Then
 * no difference tells of anybody who came, went or was entered late. `shown` is in the order of the days.
 */
export function mayBeShown(shown: readonly Level[], { on, count }: Level, isSafe: StepRule = isSafeStep): boolean {
  const earlier = shown.findLast((level) => level.on < on)?.count ?? count;
  const later = shown.find((level) => level.on > on)?.count ?? count;
  const former = shown.find((level) => level.on === on)?.count ?? count;
  return !isSmall(count) && isSafe(earlier, count) && isSafe(count, later) && isSafeStep(former, count);
}

/** Returns the levels with a further one, if it may be shown; the same list where it may not. */
export function withLevel<Shown extends Level>(
  shown: readonly Shown[],
  level: Shown,
  isSafe?: StepRule,
): readonly Shown[] {
  if (shown.some(({ on }) => on === level.on) || !mayBeShown(shown, level, isSafe)) return shown;
  return [...shown, level].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * Returns the shown levels, put right where at least three were entered late or taken back, or nobody was: then two
 * versions of a number tell of nobody either. `counted` is the count of now, by day. The corrections of two
 * neighbouring days must be safe beside each other as well. A person who is late on one day is late on all that follow:
 * so a sum that grows is put right from the last day back to the first that has to stay as it was, and never shrinks on
 * the way; where that does nothing, as when a sum was too large, from the first day on.
 */
export function correctLevels<Shown extends Level>(
  shown: readonly Shown[],
  counted: ReadonlyMap<string, number>,
  isSafe?: StepRule,
): readonly Shown[] {
  const days = [...shown.keys()];
  const fromTheLast = correctAlong(days.toReversed(), { shown, counted, isSafe });
  return fromTheLast === shown ? correctAlong(days, { shown, counted, isSafe }) : fromTheLast;
}

type Correction<Shown> = {
  shown: readonly Shown[];
  counted: ReadonlyMap<string, number>;
  isSafe: StepRule | undefined;
};

function correctAlong<Shown extends Level>(
  days: readonly number[],
  { shown, counted, isSafe }: Correction<Shown>,
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
