import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const leadKinds = [
  'OPENING',
  'EXPANSION',
  'SUCCESSION',
  'SEASONAL_WORK',
  'INTERNSHIP',
  'CHILDCARE_PLACE',
  'OTHER',
] as const;
export const leadAnswers = [
  'EMPLOYER_CONTACTED',
  'BECAME_VACANCY',
  'TRIAL_WORK',
  'NO_NEED_NOW',
  'NOT_REACHED',
  'KNOWN_ALREADY',
] as const;

/** What became of a lead, as its reporter reads it. */
export type LeadAnswer = {
  code: (typeof leadAnswers)[number];
  text?: string;
  answeredOn: string;
  employerId?: string;
  vacancyId?: string;
};

/**
 * News of a company, reported by a town hall or the job centre. It holds no personal data: both sides read every field.
 */
export type Lead = {
  id: string;
  municipality: string;
  reportedBy: string;
  reportedOn: string;
  company: string;
  kind: (typeof leadKinds)[number];
  note?: string;
  /** The user of the employer service who follows it up. */
  takenUpBy?: string;
  takenUpOn?: string;
  answer?: LeadAnswer;
};

export type LeadDecision = Decision<Lead, Extract<EmployerEvent, { type: `employer.lead${string}` }>>;

export type LeadStatus = 'REPORTED' | 'TAKEN_UP' | 'ANSWERED';

export function leadStatus({ answer, takenUpBy }: Lead): LeadStatus {
  if (answer) return 'ANSWERED';
  return takenUpBy === undefined ? 'REPORTED' : 'TAKEN_UP';
}
