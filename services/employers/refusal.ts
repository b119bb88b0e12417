import { fieldRefusal } from '#shared/graph/errors.ts';
import { Refusal } from '#shared/refusal.ts';

/** Every code with which this service refuses: values of the graph's enum RefusalCode. */
export const employerRefusalCodes = [
  'ALREADY_PLACED',
  'CASE_UNKNOWN',
  'CONTINUITY_CONFIRMED',
  'CONTINUITY_OUT_OF_ORDER',
  'CONTINUITY_TOO_EARLY',
  'FORBIDDEN',
  'FUNDING_DOES_NOT_FIT',
  'FUNDING_EXCLUDED',
  'INSTRUMENT_NOT_IN_FORCE',
  'INVALID_INPUT',
  'LEAD_TAKEN_UP',
  'NOT_FOUND',
  'NOT_HIRED',
  'PLACEMENT_ENDED',
  'PLACEMENT_WITHDRAWN',
  'PROPOSAL_CLOSED',
  'UNKNOWN_OCCUPATION',
  'VACANCY_CLOSED',
  'VACANCY_FILLED',
  'WRONG_STATUS',
] as const;
export type EmployerRefusalCode = (typeof employerRefusalCodes)[number];

/** Refuses what a rule of the employers service does not allow. */
export class EmployerRefusal extends Refusal<EmployerRefusalCode> {}

/** Returns the error of a field that the caller may not read: it is null, and the rest is answered. */
export const forbiddenField = (message: string) => fieldRefusal('FORBIDDEN' satisfies EmployerRefusalCode, message);
