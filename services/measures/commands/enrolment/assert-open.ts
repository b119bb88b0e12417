import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { instrumentOnOrLast, instrumentOn } from '../../instruments/catalogue.ts';
import { firstDayWhenJoining, lastEntryOn, type Enrolment, type Measure } from '../../measure/measure.ts';

/** Whether anybody can still be won for it on that day, and this person in particular. */
export function assertOpen(measure: Measure, { current, on }: { current: Enrolment | undefined; on: string }): void {
  // The law of the first day of this person in it, which with rolling entry may be another one than that of the measure.
  const begins = firstDayWhenJoining(measure, on);
  const decidedBy = instrumentOnOrLast(measure.instrument, begins)?.decidedBy;
  if (decidedBy === 'AA' || decidedBy === 'BAMF')
    throw new Refusal('REFER_ONLY', `${measure.instrument} is not decided here: send a referral.`);
  if (current?.status === 'ENDED') assertMayComeAgain(measure, current, on);
  if (on > measure.endsOn) throw new Refusal('MEASURE_ENDED', `${measure.title} is over.`);
  if (on > lastEntryOn(measure))
    throw new Refusal('MEASURE_STARTED', `${measure.title} could be entered until ${lastEntryOn(measure)}.`);
  if (!instrumentOn(measure.instrument, begins))
    throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${measure.instrument} is not in force on ${begins}.`);
}

/**
 * Coaching and work opportunities go on after a break (§§ 16d, 16k SGB II); a course that all begin together is attended once, and
 * what the law limits to weeks would last longer than that with every return.
 */
function assertMayComeAgain({ entry, title, instrument }: Measure, { endedOn }: Enrolment, on: string): void {
  const inWeeks = typeof instrumentOnOrLast(instrument, on)?.maxWeeks === 'number';
  if (entry !== 'ROLLING' || inWeeks)
    throw new Refusal('ALREADY_ENROLLED', `This person has already taken part in ${title}.`);
  assertNotBefore('the day', on, endedOn);
}
