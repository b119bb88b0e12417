import { saidWith } from '#shared/funding/redact.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { instrumentOn } from '../../instruments/catalogue.ts';
import {
  recipientsBy,
  referralFacts,
  type ReferralRecipient,
  type Referral,
  type ReferralDecision,
} from '../../referral/referral.ts';
import { MeasureRefusal } from '../../refusal.ts';

export type SendReferral = {
  referralId: string;
  personId: string;
  caseId: string;
  instrument: string;
  recipient: ReferralRecipient;
  recipientName?: string | undefined;
  sentOn: string;
};

/** Sends a person to the body that decides on an instrument or renders a service. */
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
        data: { ...referralFacts(referral), recipient: saidWith(instrument, recipient), sentOn },
      },
    ],
  };
}

/** Refuses a recipient that does not decide on the instrument by the law of the day of sending. */
function assertResponsible(
  recipient: ReferralRecipient,
  { instrument: code, sentOn }: Pick<SendReferral, 'instrument' | 'sentOn'>,
): void {
  const instrument = instrumentOn(code, sentOn);
  if (!instrument) throw new MeasureRefusal('INSTRUMENT_NOT_IN_FORCE', `${code} is not in force on ${sentOn}.`);
  const responsible = recipientsBy[instrument.decidedBy];
  if (responsible.length === 0)
    throw new MeasureRefusal('DECIDED_HERE', `The job centre itself decides on ${code} on ${sentOn}.`);
  if (!responsible.includes(recipient))
    throw new MeasureRefusal('WRONG_RECIPIENT', `${code} goes to ${responsible.join(', ')}.`, 'recipient');
}
