import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  enrolmentOf,
  enrolmentFacts,
  withEnrolment,
  type Enrolment,
  type Measure,
  type MeasureDecision,
} from '../../measure/measure.ts';

export type StartEnrolment = { enrolmentId: string; startedOn: string };

/** The person was there on the first day. Said twice, the first day stays. */
export function startEnrolment(measure: Measure, { enrolmentId, startedOn }: StartEnrolment): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'STARTED') return { state: measure, events: [] };
  if (enrolment.status !== 'AGREED') throw new Refusal('WRONG_STATUS', 'Only what was agreed can start.');
  assertNotBefore('startedOn', startedOn, measure.startsOn);
  if (measure.entry === 'ROLLING') assertNotBefore('startedOn', startedOn, enrolment.agreedOn);
  if (startedOn > measure.endsOn) throw new Refusal('INVALID_INPUT', `startedOn: must not be after ${measure.endsOn}.`);

  const started: Enrolment = { ...enrolment, status: 'STARTED', startedOn };
  return {
    state: withEnrolment(measure, started),
    events: [{ type: 'enrolment.started', data: { ...enrolmentFacts(measure, started), startedOn } }],
  };
}
