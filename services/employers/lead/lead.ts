import type { EmployerEvent } from '#shared/contracts/employers.ts';
import type { Decision } from '#shared/documents/documents.ts';
import type { Where } from '#shared/documents/query.ts';

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

/** What became of it, as the reporter reads it. */
export type LeadAnswer = {
  code: (typeof leadAnswers)[number];
  text?: string;
  answeredOn: string;
  employerId?: string;
  vacancyId?: string;
};

/** What a town hall has heard about a company. No personal data anywhere on its way. */
export type Lead = {
  id: string;
  municipality: string;
  reportedBy: string;
  reportedOn: string;
  company: string;
  kind: (typeof leadKinds)[number];
  note?: string;
  /** Who of the employer service follows it up. */
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

/** The same, as the store looks for it. */
export const leadsWithStatus: Record<LeadStatus, Where> = {
  REPORTED: { 'answer.code': null, takenUpBy: null },
  TAKEN_UP: { 'answer.code': null, takenUpBy: { from: '' } },
  ANSWERED: { 'answer.code': { from: '' } },
};
