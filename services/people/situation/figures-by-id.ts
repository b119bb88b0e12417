import type { Breakdown, SituationCount, ExactSituation } from './count-situation.ts';

export const ALL_RECIPIENTS = 'recipients';
export const figureId = (list: string, code: string): string => `${list}/${code}`;
/**
 * Names the number of people without an obstacle: it is never shown, but follows from the number of all and of those
 * with it.
 */
export const idWithoutObstacle = (obstacle: string): string => figureId('without', obstacle);

/** Returns every number of the tables under an id that is the same from month to month. */
export function figuresById({
  recipients,
  byAge,
  byDuration,
  byQualification,
  byChildcare,
  byObstacle,
  withoutObstacle,
  ageByDuration,
}: ExactSituation): ReadonlyMap<string, SituationCount> {
  const list = (name: string, breakdown: Breakdown<string>): [string, SituationCount][] =>
    Object.entries(breakdown).map(([code, count]) => [figureId(name, code), count]);
  return new Map([
    [ALL_RECIPIENTS, recipients] as const,
    ...list('age', byAge),
    ...list('duration', byDuration),
    ...list('qualification', byQualification),
    ...list('childcare', byChildcare),
    ...list('obstacle', byObstacle),
    ...list('without', withoutObstacle),
    ...Object.entries(ageByDuration).flatMap(([age, row]) => list(age, row)),
  ]);
}

/** The id of a number, and the ids of those that add up to it. */
export type FigureSum = { total: string; parts: string[] };

export function sumsOf({ byAge, byDuration, byQualification, byChildcare }: ExactSituation): FigureSum[] {
  const [ages, bands] = [Object.keys(byAge), Object.keys(byDuration)];
  const list = (name: string, codes: string[]): FigureSum => ({
    total: ALL_RECIPIENTS,
    parts: codes.map((code) => figureId(name, code)),
  });
  return [
    list('age', ages),
    list('duration', bands),
    list('qualification', Object.keys(byQualification)),
    list('childcare', Object.keys(byChildcare)),
    ...ages.map((age) => ({ total: figureId('age', age), parts: bands.map((band) => figureId(age, band)) })),
    ...bands.map((band) => ({ total: figureId('duration', band), parts: ages.map((age) => figureId(age, band)) })),
  ];
}
