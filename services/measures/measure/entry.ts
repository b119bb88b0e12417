import { earlier, later } from '#shared/calendar/days.ts';
import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { instrumentOn, instrumentOnOrLast } from '../instruments/catalogue.ts';
import { MeasureRefusal } from '../refusal.ts';
import type { Enrolment } from './enrolment.ts';
import type { Measure } from './measure.ts';

/** Returns the last day of enrolling: joining a running measure needs an approval that is still valid. */
export function lastEntryOn({ entry = 'FIXED', startsOn, endsOn, approvedUntil = endsOn }: Measure): string {
  if (entry === 'FIXED') return startsOn;
  return earlier(approvedUntil, endsOn);
}

/** Returns the day on which the time of a person begins: with rolling entry when they join, else with the measure. */
export function firstDayWhenJoining({ entry, startsOn }: Measure, joinedOn = startsOn): string {
  return entry === 'ROLLING' ? later(joinedOn, startsOn) : startsOn;
}

/** Returns the day on which the time of an enrolled person begins, by the latest step that has a day. */
export function firstDayOf(
  measure: Measure,
  { startedOn, agreedOn, proposedOn }: Pick<Enrolment, 'startedOn' | 'agreedOn' | 'proposedOn'>,
): string {
  return firstDayWhenJoining(measure, startedOn ?? agreedOn ?? proposedOn);
}

/** Refuses a day on which nobody can enter the measure any more, or not this person, or only by a referral. */
export function assertCanEnter(
  measure: Measure,
  { current, on }: { current: Enrolment | undefined; on: string },
): void {
  // By the law of the day of the grant, which stays when it changes before the first day (§§66, 66a SGB II).
  const decidedBy = instrumentOnOrLast(measure.instrument, on)?.decidedBy;
  if (decidedBy === 'AA' || decidedBy === 'BAMF')
    throw new MeasureRefusal('REFER_ONLY', `${measure.instrument} is not decided here: send a referral.`);
  if (current?.status === 'ENDED') assertMayComeAgain(measure, current, on);
  if (on > measure.endsOn) throw new MeasureRefusal('MEASURE_ENDED', `${measure.title} is over.`);
  if (on > lastEntryOn(measure))
    throw new MeasureRefusal('MEASURE_STARTED', `${measure.title} could be entered until ${lastEntryOn(measure)}.`);
  if (!instrumentOn(measure.instrument, on))
    throw new MeasureRefusal('INSTRUMENT_NOT_IN_FORCE', `${measure.instrument} is not in force on ${on}.`);
}

/**
 * Refuses a second time in a measure that one attends once. Coaching and work opportunities go on after a break (§§
 * 16d, 16k SGB II); a course that all begin together does not, and what the law limits to weeks would last longer than
 * that with every return.
 */
function assertMayComeAgain({ entry, title, instrument }: Measure, { endedOn }: Enrolment, on: string): void {
  const isInWeeks = typeof instrumentOnOrLast(instrument, on)?.maxWeeks === 'number';
  if (entry !== 'ROLLING' || isInWeeks)
    throw new MeasureRefusal('ALREADY_ENROLLED', `This person has already taken part in ${title}.`);
  assertNotBefore('the day', on, endedOn);
}
