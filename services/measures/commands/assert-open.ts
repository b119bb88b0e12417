import { Refusal } from '#shared/refusal.ts';
import { instrumentLast } from '../instruments/catalogue.ts';
import { lastEntryOn, type Enrolment, type Measure } from '../measure.ts';

/** Whether anybody can still be won for it on that day, and this person in particular. */
export function assertOpen(measure: Measure, { current, on }: { current: Enrolment | undefined; on: string }): void {
  const decidedBy = instrumentLast(measure.instrument, measure.startsOn)?.decidedBy;
  if (decidedBy === 'AA' || decidedBy === 'BAMF') throw new Refusal('REFER_ONLY', `${measure.instrument} is not decided here: send a referral.`);
  if (current?.status === 'ENDED') throw new Refusal('ALREADY_ENROLLED', `This person has already taken part in ${measure.title}.`);
  if (on > measure.endsOn) throw new Refusal('MEASURE_ENDED', `${measure.title} is over.`);
  if (on > lastEntryOn(measure)) throw new Refusal('MEASURE_STARTED', `${measure.title} could be entered until ${lastEntryOn(measure)}.`);
}
