import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import {
  assertUnanswered,
  referralFacts,
  type Referral,
  type ReferralDecision,
  type RejectionReason,
} from '../../referral/referral.ts';

/** Notes that the recipient does not take the person on, and why. */
export function rejectReferral(
  referral: Referral,
  { rejectedOn, reason }: { rejectedOn: string; reason: RejectionReason },
): ReferralDecision {
  if (referral.status === 'REJECTED' && referral.rejectionReason === reason) return { state: referral, events: [] };
  assertUnanswered(referral);
  assertNotBefore('rejectedOn', rejectedOn, referral.sentOn);

  const rejected: Referral = { ...referral, status: 'REJECTED', rejectedOn, rejectionReason: reason };
  return {
    state: rejected,
    events: [{ type: 'referral.rejected', data: { ...referralFacts(rejected), rejectedOn, reason } }],
  };
}
