import { assertNotBefore, earliestInCase } from '#shared/calendar/fact-day.ts';
import type { CaseEvent } from '#shared/contracts/cases.ts';
import type { Decision } from '#shared/documents/documents.ts';
import { CaseRefusal } from '../refusal.ts';
import type { Assessment } from './assessment.ts';
import type { Interview } from './interview.ts';
import type { NotAgreedReason, Plan } from './plan.ts';

export const closingReasons = [
  'INTEGRATED',
  'BENEFIT_ENDED',
  'MOVED_AWAY',
  'OTHER_OFFICE',
  'RETIRED',
  'DECLINED',
  'OTHER',
] as const;
export type ClosingReason = (typeof closingReasons)[number];

export type StatusChange = { status: 'OPEN' | 'CLOSED'; on: string; reason?: ClosingReason };

/** The way of one person in one project. */
export type Case = {
  id: string;
  personId: string;
  projectId: string;
  municipality: string;
  /** The first time. */
  openedOn: string;
  /** Set while the case is open, so that the store keeps it to one per person. */
  openFor?: string;
  contactId: string;
  careTeam: string[];
  history: StatusChange[];
  interviews: Interview[];
  assessments: Assessment[];
  plan?: Plan;
  notAgreed: { decidedOn: string; reason: NotAgreedReason }[];
};

type CaseEventName = `${'case' | 'interview' | 'potential' | 'plan'}.${string}`;
export type CaseDecision = Decision<Case, Extract<CaseEvent, { type: CaseEventName }>>;

/** Returns what every event about a case says. */
export function ofCase({ id, personId, projectId, municipality }: Case): {
  caseId: string;
  personId: string;
  projectId: string;
  municipality: string;
} {
  return { caseId: id, personId, projectId, municipality };
}

export const isCaseOpen = ({ openFor }: Pick<Case, 'openFor'>): boolean => openFor !== undefined;

/** Refuses any change of a closed case with CASE_CLOSED: it stays as it is until it is reopened. */
export function assertCaseOpen(state: Case): void {
  if (!isCaseOpen(state)) throw new CaseRefusal('CASE_CLOSED', 'The case is closed; reopen it first.');
}

/**
 * Refuses a day of another time of the person's life. An invitation, a talk or an assessment may have led to the case.
 */
export function assertLedToCase({ openedOn }: Pick<Case, 'openedOn'>, field: string, day: string): void {
  assertNotBefore(field, day, earliestInCase(openedOn));
}
