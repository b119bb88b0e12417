import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import {
  enrolmentOf,
  enrolmentFacts,
  withEnrolment,
  type Enrolment,
  type Measure,
  type MeasureDecision,
  type EnrolmentWithdrawalReason,
} from '../../measure/measure.ts';

export type WithdrawEnrolment = { enrolmentId: string; withdrawnOn: string; reason: EnrolmentWithdrawalReason };

/** Takes back a proposal or an agreement before the first day. A place that was held is free again. */
export function withdrawEnrolment(
  measure: Measure,
  { enrolmentId, withdrawnOn, reason }: WithdrawEnrolment,
): MeasureDecision {
  const enrolment = enrolmentOf(measure, enrolmentId);
  if (enrolment.status === 'WITHDRAWN') return { state: measure, events: [] };
  if (enrolment.status !== 'PROPOSED' && enrolment.status !== 'AGREED')
    throw new Refusal('WRONG_STATUS', 'What has started is ended, not withdrawn.');
  assertNotBefore('withdrawnOn', withdrawnOn, enrolment.agreedOn ?? enrolment.proposedOn);

  const withdrawn: Enrolment = { ...enrolment, status: 'WITHDRAWN', withdrawnOn, withdrawalReason: reason };
  return {
    state: withEnrolment(measure, withdrawn),
    events: [{ type: 'enrolment.withdrawn', data: { ...enrolmentFacts(measure, withdrawn), withdrawnOn, reason } }],
  };
}
