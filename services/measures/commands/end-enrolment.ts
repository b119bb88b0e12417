import { assertNotBefore } from '#shared/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { enrolmentOf, saidOf, withEnrolment, type Enrolment, type EnrolmentOutcome, type Measure, type MeasureDecision } from '../measure.ts';

export type EndEnrolment = { enrolmentId: string; endedOn: string; outcome: EnrolmentOutcome };

/** The person has finished or left, with what came of it. The place is free again. */
export function endEnrolment(measure: Measure, { enrolmentId, endedOn, outcome }: EndEnrolment): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'ENDED' && enrolment.outcome === outcome) return { state: measure, events: [] };
  if (enrolment.status !== 'STARTED') throw new Refusal('WRONG_STATUS', 'Only what has started, and not ended yet, can end; what was only agreed is withdrawn.');
  assertNotBefore('endedOn', endedOn, enrolment.startedOn);

  const ended: Enrolment = { ...enrolment, status: 'ENDED', endedOn, outcome };
  return { state: withEnrolment(measure, ended), events: [{ type: 'measure.ended', data: { ...saidOf(measure, ended), endedOn, outcome } }] };
}
