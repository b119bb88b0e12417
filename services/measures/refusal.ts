import { Refusal } from '#shared/refusal.ts';

/** The rules of this service that can say no, as the graph's enum RefusalCode names them. */
export const measureRefusalCodes = [
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID_INPUT',
  'WRONG_STATUS',
  'UNKNOWN_MUNICIPALITY',
  'INSTRUMENT_NOT_IN_FORCE',
  'NOT_IN_COURSES',
  'TOO_LONG',
  'PLACES_TAKEN',
  'MEASURE_FULL',
  'MEASURE_STARTED',
  'MEASURE_ENDED',
  'ALREADY_ENROLLED',
  'MONTHS_USED_UP',
  'NOT_LONG_TERM_UNEMPLOYED',
  'WEEK_FULL',
  'SAME_DAYPART',
  'REFER_ONLY',
  'DECIDED_HERE',
  'WRONG_RECIPIENT',
] as const;
export type MeasureRefusalCode = (typeof measureRefusalCodes)[number];

/** Refuses what a rule about measures, enrolments or referrals does not allow. */
export class MeasureRefusal extends Refusal<MeasureRefusalCode> {}
