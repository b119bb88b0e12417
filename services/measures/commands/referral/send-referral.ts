import { redactCompanion } from '#shared/funding/redact.ts';
import { Refusal } from '#shared/refusal.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import { recipientsBy, saidOfReferral, type Recipient, type Referral, type ReferralDecision } from '../../referral.ts';

export type SendReferral = {
  referralId: string;
  personId: string;
  caseId: string;
  instrument: string;
  recipient: Recipient;
  recipientName?: string | null | undefined;
  sentOn: string;
};

/** Sends a person to who decides on an instrument or renders a service. */
export function sendReferral(
  existing: Referral | null,
  { referralId: id, personId, caseId, instrument, recipient, recipientName, sentOn }: SendReferral,
): ReferralDecision {
  if (existing) return { state: existing, events: [] };
  assertResponsible(recipient, { instrument, sentOn });
  const name = recipientName?.trim();
  assertNoPersonalData('recipientName', name);
  const referral: Referral = {
    id,
    personId,
    caseId,
    instrument,
    recipient,
    ...(name && { recipientName: name }),
    status: 'SENT',
    sentOn,
  };
  return {
    state: referral,
    events: [
      {
        type: 'referral.sent',
        data: { ...saidOfReferral(referral), recipient: redactCompanion(instrument, recipient), sentOn },
      },
    ],
  };
}

/** By the law of the day it is sent. */
function assertResponsible(
  recipient: Recipient,
  { instrument: code, sentOn }: Pick<SendReferral, 'instrument' | 'sentOn'>,
): void {
  const instrument = instrumentOn(code, sentOn);
  if (!instrument) throw new Refusal('INSTRUMENT_NOT_IN_FORCE', `${code} is not in force on ${sentOn}.`);
  const responsible = recipientsBy[instrument.decidedBy];
  if (responsible.length === 0)
    throw new Refusal('DECIDED_HERE', `The job centre itself decides on ${code} on ${sentOn}.`);
  if (!responsible.includes(recipient))
    throw new Refusal('WRONG_RECIPIENT', `recipient: ${code} goes to ${responsible.join(', ')}.`);
}
