import { Refusal } from '#shared/refusal.ts';

/** The codes of the enum RefusalCode in the graph of cases. */
export const caseRefusalCodes = [
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID_INPUT',
  'ALREADY_EXISTS',
  'IDEMPOTENCY_KEY_REUSED',
  'WRONG_STATUS',
  'CASE_UNKNOWN',
  'TEXT_HAS_PERSONAL_DATA',
  'CONTROL_CHARACTER',
  'NOT_ON_CARE_TEAM',
  'PROJECT_ENDED',
  'PERSON_UNKNOWN',
  'PERSON_OF_ANOTHER_MUNICIPALITY',
  'CASE_ALREADY_OPEN',
  'CASE_CLOSED',
  'CONTACT_NOT_ON_CARE_TEAM',
  'UNKNOWN_CASE_MANAGER',
  'PLACE_REASON_REQUIRED',
  'INTERVIEW_ALREADY_CLOSED',
  'PLAN_EXISTS',
  'NO_PLAN',
  'OFFER_REQUIRED',
] as const;
export type CaseRefusalCode = (typeof caseRefusalCodes)[number];

/** Refuses what a rule of this service does not allow. A cursor is refused in a query, whose errors are of no enum. */
export class CaseRefusal extends Refusal<CaseRefusalCode | 'INVALID_CURSOR'> {}
