import type { CaseEvent } from '#shared/contracts/cases.ts';
import type { Decision } from '#shared/documents/documents.ts';

export const partnerKinds = [
  'TOWN_HALL',
  'JOB_CENTRE',
  'CHILDCARE',
  'CLUB',
  'BUSINESS',
  'COUNSELLING',
  'OTHER',
] as const;
/** Named after the figures of the project report that show the progress; the last two are former names of figures. */
export const goalCodes = [
  'TALKS_HELD',
  'PEOPLE_REACHED',
  'PLANS_AGREED',
  'MEASURES_STARTED',
  'PLACEMENTS',
  'INTEGRATIONS',
  'LASTING_SIX_MONTHS',
  'UNITS_WITHOUT_BENEFIT',
  'EXCHANGES_HELD',
  'LEADS_ANSWERED',
  'EMPLOYERS_CONTACTED',
  'OTHER',
  'TALKS',
  'MEASURES',
] as const;
export const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] as const;

export type Partner = { kind: (typeof partnerKinds)[number]; name: string };
export type GoalCode = (typeof goalCodes)[number];
/** `text` says what is counted where the code does not. */
export type ProjectGoal = { code: GoalCode; target: number; dueOn?: string; text?: string };
/** Times of the day as `09:30`. */
export type OfficeHours = {
  weekday: (typeof weekdays)[number];
  from: string;
  to: string;
  room: string;
  validFrom: string;
  validTo?: string;
};

/** What a job centre and a municipality set out to do together. */
export type Project = {
  id: string;
  municipality: string;
  title: string;
  startedOn: string;
  endedOn?: string;
  caseManagerIds: string[];
  partners: Partner[];
  goals: ProjectGoal[];
  officeHours: OfficeHours[];
};

export type ProjectDecision = Decision<Project, Extract<CaseEvent, { type: `project.${string}` }>>;
