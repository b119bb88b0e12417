import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const employerKinds = ['COMPANY', 'PUBLIC_BODY', 'CHILDCARE', 'CLUB', 'ASSOCIATION', 'TRANSPORT'] as const;
export const sizeClasses = ['UP_TO_9', 'FROM_10_TO_49', 'FROM_50_TO_249', 'FROM_250'] as const;
export const contactOutcomes = ['INTERESTED', 'VACANCY', 'TRIAL_WORK', 'CALL_AGAIN', 'NO_NEED', 'NOT_REACHED'] as const;
export const contactChannels = ['VISIT', 'PHONE', 'EMAIL', 'EVENT'] as const;

/** A talk of the job centre with an employer, or the attempt. */
export type EmployerContact = {
  id: string;
  contactedOn: string;
  channel: (typeof contactChannels)[number];
  outcome: (typeof contactOutcomes)[number];
  callAgainOn?: string;
  note?: string;
};

/** A company, or another local actor who can help. */
export type Employer = {
  id: string;
  kind: (typeof employerKinds)[number];
  name: string;
  /** The name as lists sort by it and searches look for it. Derived. */
  sortName: string;
  /** Betriebsnummer. */
  number?: string;
  branch?: string;
  municipality: string;
  registeredOn: string;
  address: { street?: string; postcode?: string; town?: string };
  /** The person to talk to at the firm. */
  contactPerson?: { name: string; phone?: string; email?: string };
  size?: (typeof sizeClasses)[number];
  contacts: EmployerContact[];
  /** The day promised at the last contact. */
  callAgainOn?: string;
};

/** The facts that an employer is registered with: everything but contacts and what is derived. */
export type EmployerFacts = Omit<Employer, 'contacts' | 'callAgainOn' | 'sortName'>;
export type EmployerDecision = Decision<
  Employer,
  Extract<EmployerEvent, { type: 'employer.registered' | 'employer.updated' | 'employer.contacted' }>
>;

/** Returns the name that lists sort by: in small letters, with ae, oe, ue and ss for umlauts and ß. */
export function employerSortName(name: string): string {
  return name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}
