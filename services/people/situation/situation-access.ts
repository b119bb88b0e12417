import { dayBefore, firstOfMonth, lastOfMonth } from '#shared/calendar/days.ts';
import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import { PeopleRefusal } from '../refusal.ts';

type Precision = 'EXACT' | 'PROTECTED';

/** Exact figures for those who know the people anyway, protected ones for town halls and analysts. */
const precisionFor: Record<Role, Precision | 'NONE'> = {
  CASE_MANAGER: 'EXACT',
  TEAM_LEAD: 'EXACT',
  TOWN_HALL: 'PROTECTED',
  ANALYST: 'PROTECTED',
  EMPLOYER_SERVICE: 'NONE',
  PROVIDER: 'NONE',
  OPERATOR: 'NONE',
};

/** Returns how precise the figures are that the caller may see. Refuses everybody else with FORBIDDEN. */
export function situationPrecision({ role, municipalities }: Actor, municipality: string): Precision {
  if (!municipalities.includes(municipality))
    throw new PeopleRefusal('FORBIDDEN', 'You do not work for this municipality.');
  const precision = precisionFor[role];
  if (precision === 'NONE')
    throw new PeopleRefusal('FORBIDDEN', 'The situation is for case managers, team leads, town halls and analysts.');
  return precision;
}

/**
 * Returns the cut-off day. Outside the job centre it is the last day of a month: the difference between two days chosen
 * freely may be one person.
 */
export function cutOffDay(precision: Precision, on: string | undefined, today: string): string {
  const day = on ?? (precision === 'EXACT' ? today : dayBefore(firstOfMonth(today)));
  assertNotInFuture('on', day, today);
  if (precision === 'PROTECTED' && day !== lastOfMonth(day))
    throw new PeopleRefusal('INVALID_INPUT', 'must be the last day of a month, such as 2026-07-31.', 'on');
  return day;
}
