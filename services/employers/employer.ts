import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const employerKinds = ['COMPANY', 'PUBLIC_BODY', 'CHILDCARE', 'CLUB', 'ASSOCIATION', 'TRANSPORT'] as const;
export const sizeClasses = ['UP_TO_9', 'FROM_10_TO_49', 'FROM_50_TO_249', 'FROM_250'] as const;
export const contactOutcomes = ['INTERESTED', 'VACANCY', 'TRIAL_WORK', 'CALL_AGAIN', 'NO_NEED', 'NOT_REACHED'] as const;
export const contactChannels = ['VISIT', 'PHONE', 'EMAIL', 'EVENT'] as const;

/** `number` is the Betriebsnummer. Contact persons are those of the firm, as business data. */
export type EmployerContact = { id: string; contactedOn: string; channel: (typeof contactChannels)[number]; outcome: (typeof contactOutcomes)[number]; callAgainOn?: string; note?: string };

/** A company, or another local actor who can help. */
export type Employer = {
  id: string;
  kind: (typeof employerKinds)[number];
  name: string;
  sortName: string;
  number?: string;
  branch?: string;
  municipality: string;
  registeredOn: string;
  address: { street?: string; postcode?: string; town?: string };
  contactPerson?: { name: string; phone?: string; email?: string };
  size?: (typeof sizeClasses)[number];
  contacts: EmployerContact[];
  /** The earliest day on which somebody promised to call again. */
  callAgainOn?: string;
};

export type EmployerDecision = Decision<Employer, Extract<EmployerEvent, { type: 'employer.registered' | 'employer.updated' | 'employer.contacted' }>>;
