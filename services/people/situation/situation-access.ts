import { dayBefore, firstOfMonth, lastOfMonth } from '#shared/calendar/days.ts';
import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { Refusal } from '#shared/refusal.ts';

/** Exact figures for those who know the people anyway, protected ones for town halls and analysts; refused with FORBIDDEN to everybody else. */
export function figuresFor({ role, municipalities }: Actor, municipality: string): 'EXACT' | 'PROTECTED' {
  const here = municipalities.includes(municipality);
  if (here && (role === 'CASE_MANAGER' || role === 'TEAM_LEAD')) return 'EXACT';
  if (here && (role === 'TOWN_HALL' || role === 'ANALYST')) return 'PROTECTED';
  if (here) throw new Refusal('FORBIDDEN', 'The situation is for case managers, team leads, town halls and analysts.');
  throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
}

/** The cut-off day. Outside the job centre one a month and no other: between two days chosen freely there may be one person. */
export function cutOffDay(figures: 'EXACT' | 'PROTECTED', on: string | undefined, today: string): string {
  const day = on ?? (figures === 'EXACT' ? today : dayBefore(firstOfMonth(today)));
  assertNotInFuture('on', day, today);
  if (figures === 'PROTECTED' && day !== lastOfMonth(day))
    throw new Refusal('INVALID_INPUT', 'on: must be the last day of a month, such as 2026-07-31.');
  return day;
}
