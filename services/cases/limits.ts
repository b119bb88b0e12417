import { monthsLater } from '#shared/calendar/days.ts';
import { FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { CaseRefusal } from './refusal.ts';

const MONTHS_AHEAD = 120;

/** Refuses a plan for a day beyond ten years: a year was mistyped. */
export function assertPlannable(field: string, day: string, today: string): void {
  const last = monthsLater(today, MONTHS_AHEAD);
  if (day < FIRST_DAY || day > last)
    throw new CaseRefusal('INVALID_INPUT', `must be from ${FIRST_DAY} to ${last}, ten years from today.`, field);
}

/** Refuses a longer list: a document stays small enough to be loaded and written as a whole. */
export function assertAtMost(most: number, field: string, list: readonly unknown[]): void {
  if (list.length > most) throw new CaseRefusal('INVALID_INPUT', `at most ${most}.`, field);
}

/** Refuses a code that is listed twice. */
export function assertDistinct(field: string, codes: readonly string[]): void {
  if (new Set(codes).size < codes.length) throw new CaseRefusal('INVALID_INPUT', 'each at most once.', field);
}
