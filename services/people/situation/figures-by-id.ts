import type { Breakdown, Count, ExactSituation } from './count-situation.ts';

export const ALL = 'recipients';
export const idOf = (list: string, code: string): string => `${list}/${code}`;
/** How many do not have an obstacle: never a figure of its own, but whoever knows all and those who have it knows it. */
export const withoutIdOf = (obstacle: string): string => idOf('without', obstacle);

/** Every number of the tables under a name by which it is known from month to month. */
export function figuresById({
  recipients,
  byAge,
  byDuration,
  byQualification,
  byChildcare,
  byObstacle,
  withoutObstacle,
  ageByDuration,
}: ExactSituation): ReadonlyMap<string, Count> {
  const list = (name: string, breakdown: Breakdown<string>): [string, Count][] =>
    Object.entries(breakdown).map(([code, count]) => [idOf(name, code), count]);
  return new Map([
    [ALL, recipients] as const,
    ...list('age', byAge),
    ...list('duration', byDuration),
    ...list('qualification', byQualification),
    ...list('childcare', byChildcare),
    ...list('obstacle', byObstacle),
    ...list('without', withoutObstacle),
    ...Object.entries(ageByDuration).flatMap(([age, row]) => list(age, row)),
  ]);
}

/** A number and those that add up to it. */
export type Sum = { total: string; parts: string[] };

export function sumsOf({ byAge, byDuration, byQualification, byChildcare }: ExactSituation): Sum[] {
  const [ages, bands] = [Object.keys(byAge), Object.keys(byDuration)];
  const list = (name: string, codes: string[]): Sum => ({ total: ALL, parts: codes.map((code) => idOf(name, code)) });
  return [
    list('age', ages),
    list('duration', bands),
    list('qualification', Object.keys(byQualification)),
    list('childcare', Object.keys(byChildcare)),
    ...ages.map((age) => ({ total: idOf('age', age), parts: bands.map((band) => idOf(age, band)) })),
    ...bands.map((band) => ({ total: idOf('duration', band), parts: ages.map((age) => idOf(age, band)) })),
  ];
}
