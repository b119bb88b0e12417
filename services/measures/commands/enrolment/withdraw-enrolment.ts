import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import type { Enrolment, EnrolmentWithdrawalReason } from '../../measure/enrolment.ts';
import { enrolmentDecision, enrolmentOf, type Measure, type MeasureDecision } from '../../measure/measure.ts';
import { MeasureRefusal } from '../../refusal.ts';

export type WithdrawEnrolment = { enrolmentId: string; withdrawnOn: string; reason: EnrolmentWithdrawalReason };

/** Takes back a proposal or an agreement before the first day. A place that was held is free again. */
export function withdrawEnrolment(
  measure: Measure,
  { enrolmentId, withdrawnOn, reason }: WithdrawEnrolment,
): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'WITHDRAWN') return { state: measure, events: [] };
  if (enrolment.status !== 'PROPOSED' && enrolment.status !== 'AGREED')
    throw new MeasureRefusal('WRONG_STATUS', 'What has started is ended, not withdrawn.');
  assertNotBefore('withdrawnOn', withdrawnOn, enrolment.agreedOn ?? enrolment.proposedOn);

  const withdrawn: Enrolment = { ...enrolment, status: 'WITHDRAWN', withdrawnOn, withdrawalReason: reason };
  return enrolmentDecision(measure, withdrawn, (facts) => ({
    type: 'enrolment.withdrawn',
    data: { ...facts, withdrawnOn, reason },
  }));
}
