import { Refusal } from '#shared/refusal.ts';

/** The codes that the schema of people knows: the enum RefusalCode. */
export const peopleRefusalCodes = [
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID_INPUT',
  'ALREADY_EXISTS',
  'IDEMPOTENCY_KEY_REUSED',
  'WRONG_STATUS',
  'CASE_UNKNOWN',
  'TEXT_HAS_PERSONAL_DATA',
  'NOT_ON_CARE_TEAM',
  'UNKNOWN_MUNICIPALITY',
  'UNKNOWN_OCCUPATION',
  'CONTROL_CHARACTER',
  'IMPLAUSIBLE_BIRTH_DATE',
  'INVALID_PHONE',
  'INVALID_EMAIL',
  'INVALID_POSTCODE',
  'LEADING_ZERO_MISSING',
  'PLACEHOLDER',
  'NOT_A_MEMBER',
  'MEMBER_OF_ANOTHER_UNIT',
  'SECOND_APPLICANT',
  'BENEFIT_OVERLAPS',
  'NO_BENEFIT',
  'IMPORT_CLOSED',
  'IMPORT_INCOMPLETE',
  'IMPORT_NOT_CHECKED',
  'IMPORT_HAS_PROBLEMS',
  'IMPORT_UNDECIDED',
] as const;
export type PeopleRefusalCode = (typeof peopleRefusalCodes)[number];

/** Refuses what a rule of people does not allow. */
export class PeopleRefusal extends Refusal<PeopleRefusalCode> {}
