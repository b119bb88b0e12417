import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { assertUnanswered, referralFacts, type Referral, type ReferralDecision } from '../../referral/referral.ts';

/** Notes that the recipient takes the person on. */
export function acceptReferral(referral: Referral, { acceptedOn }: { acceptedOn: string }): ReferralDecision {
  if (referral.status === 'ACCEPTED') return { state: referral, events: [] };
  assertUnanswered(referral);
  assertNotBefore('acceptedOn', acceptedOn, referral.sentOn);

  const accepted: Referral = { ...referral, status: 'ACCEPTED', acceptedOn };
  return {
    state: accepted,
    events: [{ type: 'referral.accepted', data: { ...referralFacts(accepted), acceptedOn } }],
  };
}
