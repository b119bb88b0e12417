import { FIRST_DAY, assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import type { PastMeasure, PastMeasures } from '../../past-measure/past-measure.ts';
import { MeasureRefusal } from '../../refusal.ts';

/** More times than anybody has been in measures. */
const AT_MOST = 100;

export type RecordPastMeasure = { personId: string; measure: PastMeasure; today: string };

/**
 * Records a time in a measure that counts though no enrolment here tells of it. The same time again changes nothing.
 */
export function recordPastMeasure(
  existing: PastMeasures | null,
  { personId, measure, today }: RecordPastMeasure,
): PastMeasures {
  const past = existing ?? { id: personId, measures: [] };
  const { instrument, from, to } = measure;
  if (past.measures.some((each) => each.instrument === instrument && each.from === from && each.to === to)) return past;
  assertNotBefore('from', from, FIRST_DAY);
  assertNotBefore('to', to, from);
  assertNotInFuture('to', to, today);
  if (!instrumentOn(instrument, from))
    throw new MeasureRefusal('INSTRUMENT_NOT_IN_FORCE', `${instrument} is not in force on ${from}.`);
  if (past.measures.length >= AT_MOST)
    throw new MeasureRefusal('INVALID_INPUT', `at most ${AT_MOST} past measures are recorded of a person.`);
  return { ...past, measures: [...past.measures, measure].toSorted((a, b) => a.from.localeCompare(b.from)) };
}
