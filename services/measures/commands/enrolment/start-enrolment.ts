import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import type { Enrolment } from '../../measure/enrolment.ts';
import { enrolmentDecision, enrolmentOf, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { MeasureRefusal } from '../../refusal.ts';

export type StartEnrolment = { enrolmentId: string; startedOn: string };

/** Notes the first day of attendance. Noted twice, the earlier first day stays. */
export function startEnrolment(measure: Measure, { enrolmentId, startedOn }: StartEnrolment): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'STARTED') return { state: measure, events: [] };
  if (enrolment.status !== 'AGREED') throw new MeasureRefusal('WRONG_STATUS', 'Only what was agreed can start.');
  assertNotBefore('startedOn', startedOn, measure.startsOn);
  if (measure.entry === 'ROLLING') assertNotBefore('startedOn', startedOn, enrolment.agreedOn);
  if (startedOn > measure.endsOn)
    throw new MeasureRefusal('INVALID_INPUT', `must not be after ${measure.endsOn}.`, 'startedOn');

  const started: Enrolment = { ...enrolment, status: 'STARTED', startedOn };
  return enrolmentDecision(measure, started, (facts) => ({ type: 'enrolment.started', data: { ...facts, startedOn } }));
}
