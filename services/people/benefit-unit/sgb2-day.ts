import { FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { PeopleRefusal } from '../refusal.ts';

/** Refuses a benefit, or a unit, from before the SGB II was in force. */
export function assertUnderSgb2(field: string, day: string): void {
  if (day < FIRST_DAY)
    throw new PeopleRefusal('INVALID_INPUT', `must be ${FIRST_DAY} or later: before that there was no SGB II.`, field);
}
