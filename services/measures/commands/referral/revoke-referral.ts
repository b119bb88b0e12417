import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { referralFacts, type Referral, type ReferralDecision, type RevocationReason } from '../../referral/referral.ts';
import { MeasureRefusal } from '../../refusal.ts';

/** Takes a referral back that was accepted or not answered yet. */
export function revokeReferral(
  referral: Referral,
  { revokedOn, reason }: { revokedOn: string; reason: RevocationReason },
): ReferralDecision {
  if (referral.status === 'REVOKED') return { state: referral, events: [] };
  if (referral.status !== 'SENT' && referral.status !== 'ACCEPTED')
    throw new MeasureRefusal('WRONG_STATUS', 'This referral was rejected or completed before.');
  assertNotBefore('revokedOn', revokedOn, referral.acceptedOn ?? referral.sentOn);

  const revoked: Referral = { ...referral, status: 'REVOKED', revokedOn, revocationReason: reason };
  return {
    state: revoked,
    events: [{ type: 'referral.revoked', data: { ...referralFacts(revoked), revokedOn, reason } }],
  };
}
