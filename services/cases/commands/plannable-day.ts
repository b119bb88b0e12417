import { monthsLater } from '#shared/calendar/days.ts';
import { FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';

const MONTHS_AHEAD = 120;

/** What is planned lies within ten years; beyond, a year was mistyped. */
export function assertPlannable(field: string, day: string, today: string): void {
  const last = monthsLater(today, MONTHS_AHEAD);
  if (day < FIRST_DAY || day > last)
    throw new Refusal('INVALID_INPUT', `${field}: must be from ${FIRST_DAY} to ${last}, ten years from today.`);
}
