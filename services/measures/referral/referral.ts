import type { Decision } from '#shared/documents/documents.ts';
import type { MeasureEvent } from '#shared/contracts/measures.ts';
import { redactInstrument } from '#shared/funding/redact.ts';
import type { Decider } from '../instruments/instrument.ts';
import { MeasureRefusal } from '../refusal.ts';

export const referralStatuses = ['SENT', 'ACCEPTED', 'REJECTED', 'REVOKED', 'COMPLETED'] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

export const referralRecipients = ['AGENTUR', 'MUNICIPALITY', 'DISTRICT', 'PROVIDER', 'BAMF', 'OTHER'] as const;
export type ReferralRecipient = (typeof referralRecipients)[number];

/** The recipients by who decides on the instrument. What the job centre itself decides needs no referral. */
export const recipientsBy: Record<Decider, readonly ReferralRecipient[]> = {
  JC: [],
  AA: ['AGENTUR'],
  KOM: ['MUNICIPALITY', 'DISTRICT', 'PROVIDER', 'OTHER'],
  BAMF: ['BAMF'],
};

export const rejectionReasons = [
  'NO_CAPACITY',
  'CONDITIONS_NOT_MET',
  'NOT_RESPONSIBLE',
  'DOCUMENTS_MISSING',
  'PERSON_DECLINED',
  'OTHER',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export const revocationReasons = [
  'FOUND_WORK',
  'OTHER_WAY',
  'PERSON_DECLINED',
  'NEED_ENDED',
  'SENT_BY_MISTAKE',
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

export const referralOutcomes = ['GRANTED', 'SUPPORTED', 'DISCONTINUED', 'NO_RESULT'] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** A person sent to somebody outside the job centre who decides on an instrument or renders a service. */
export type Referral = {
  id: string;
  personId: string;
  caseId: string;
  instrument: string;
  recipient: ReferralRecipient;
  /** Name of the office or organisation, where the kind of recipient does not say enough. */
  recipientName?: string | undefined;
  status: ReferralStatus;
  sentOn: string;
  acceptedOn?: string | undefined;
  rejectedOn?: string | undefined;
  rejectionReason?: RejectionReason | undefined;
  revokedOn?: string | undefined;
  revocationReason?: RevocationReason | undefined;
  completedOn?: string | undefined;
  outcome?: ReferralOutcome | undefined;
};

export type ReferralDecision = Decision<Referral, MeasureEvent>;

/** Returns what every event about a referral says, without an instrument that would tell of health or debts. */
export function referralFacts({
  id: referralId,
  personId,
  caseId,
  instrument,
}: Referral): Pick<Referral, 'personId' | 'caseId' | 'instrument'> & { referralId: string } {
  return { referralId, personId, caseId, instrument: redactInstrument(instrument) };
}

/** Refuses a second answer of the recipient. */
export function assertUnanswered({ status }: Referral): void {
  if (status !== 'SENT') throw new MeasureRefusal('WRONG_STATUS', 'This referral was answered or revoked before.');
}
