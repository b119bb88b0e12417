import { Refusal } from '#shared/refusal.ts';
import { assertNoPersonalData } from '#shared/no-personal-data.ts';
import { instrumentOn } from '../instruments/catalogue.ts';
import { saidOfReferral, type Recipient, type Referral, type ReferralDecision } from '../referral.ts';

export type SendReferral = { referralId: string; personId: string; caseId: string; instrument: string; recipient: Recipient; recipientName?: string | null | undefined; sentOn: string };

/** Sends a person to who decides on an instrument or renders a service. */
export function sendReferral(existing: Referral | null, { referralId: id, personId, caseId, instrument, recipient, recipientName, sentOn }: SendReferral): ReferralDecision {
  if (existing) return { state: existing, events: [] };
  if (!instrumentOn(instrument, sentOn)) throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${instrument} is not in force on ${sentOn}.`);
  const name = recipientName?.trim();
  assertNoPersonalData('recipientName', name);
  const referral: Referral = { id, personId, caseId, instrument, recipient, ...(name && { recipientName: name }), status: 'SENT', sentOn };
  return { state: referral, events: [{ type: 'referral.sent', data: { ...saidOfReferral(referral), recipient, sentOn } }] };
}
