import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const employerKinds = ['COMPANY', 'PUBLIC_BODY', 'CHILDCARE', 'CLUB', 'ASSOCIATION', 'TRANSPORT'] as const;
export const sizeClasses = ['UP_TO_9', 'FROM_10_TO_49', 'FROM_50_TO_249', 'FROM_250'] as const;
export const contactOutcomes = ['INTERESTED', 'VACANCY', 'TRIAL_WORK', 'CALL_AGAIN', 'NO_NEED', 'NOT_REACHED'] as const;
export const contactChannels = ['VISIT', 'PHONE', 'EMAIL', 'EVENT'] as const;

/** Somebody of the job centre talked to the employer, or tried to. */
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
  /** The name as lists sort it and searches look for it. Derived. */
  sortName: string;
  /** Betriebsnummer. */
  number?: string;
  branch?: string;
  municipality: string;
  registeredOn: string;
  address: { street?: string; postcode?: string; town?: string };
  /** Whom to talk to at the firm. */
  contactPerson?: { name: string; phone?: string; email?: string };
  size?: (typeof sizeClasses)[number];
  contacts: EmployerContact[];
  /** The day promised at the last contact. */
  callAgainOn?: string;
};

/** What is known of an employer before anybody has talked to it. */
export type EmployerFacts = Omit<Employer, 'contacts' | 'callAgainOn' | 'sortName'>;
export type EmployerDecision = Decision<
  Employer,
  Extract<EmployerEvent, { type: 'employer.registered' | 'employer.updated' | 'employer.contacted' }>
>;

/** Upper and lower case are the same, and an umlaut is found as it is written without one. */
export function employerSortName(name: string): string {
  return name.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}
