import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { referralFacts, type Referral, type ReferralDecision, type ReferralOutcome } from '../../referral/referral.ts';
import { MeasureRefusal } from '../../refusal.ts';

/** Notes that the recipient is done, with what came of it. */
export function completeReferral(
  referral: Referral,
  { completedOn, outcome }: { completedOn: string; outcome: ReferralOutcome },
): ReferralDecision {
  if (referral.status === 'COMPLETED' && referral.outcome === outcome) return { state: referral, events: [] };
  if (referral.status !== 'ACCEPTED')
    throw new MeasureRefusal('WRONG_STATUS', 'Only an accepted referral can be completed.');
  assertNotBefore('completedOn', completedOn, referral.acceptedOn);

  const completed: Referral = { ...referral, status: 'COMPLETED', completedOn, outcome };
  return {
    state: completed,
    events: [{ type: 'referral.completed', data: { ...referralFacts(completed), completedOn, outcome } }],
  };
}
