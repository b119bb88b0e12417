import type { Actor } from '#shared/identity.ts';
import { Refusal } from '#shared/refusal.ts';

/** Exact figures for those who know the people anyway, protected ones for town halls and analysts; refused with FORBIDDEN to everybody else. */
export function figuresFor({ role, municipalities }: Actor, municipality: string): 'EXACT' | 'PROTECTED' {
  const here = municipalities.includes(municipality);
  if (here && (role === 'CASE_MANAGER' || role === 'TEAM_LEAD')) return 'EXACT';
  if (here && (role === 'TOWN_HALL' || role === 'ANALYST')) return 'PROTECTED';
  throw new Refusal('FORBIDDEN', 'The situation is for those who work for this municipality.');
}

/** The cut-off day. Outside the job centre one a month and no other: between two days chosen freely there may be one person. */
export function cutOffDay(figures: 'EXACT' | 'PROTECTED', on: string | undefined, today: string): string {
  const day = on ?? (figures === 'EXACT' ? today : lastDayBefore(`${today.slice(0, 7)}-01`));
  if (day > today) throw new Refusal('INVALID_INPUT', 'on: must be today or a day before.');
  if (figures === 'PROTECTED' && !isLastOfMonth(day)) throw new Refusal('INVALID_INPUT', 'on: must be the last day of a month, such as 2026-07-31.');
  return day;
}

function isLastOfMonth(day: string): boolean {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.getUTCDate() === 1;
}

function lastDayBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}
