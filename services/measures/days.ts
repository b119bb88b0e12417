import { firstDayOf, monthOf } from '#shared/funding/months.ts';

/** From the first to the last day, both included; still running where there is no last one. */
export type Period = { from: string; to: string | null };

export function dayBefore(day: string): string {
  return daysLater(day, -1);
}

export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day of a later month; the first of the next one where that month is too short for it. */
export function monthsLater(day: string, months: number): string {
  const first = firstDayOf(monthOf(day) + months);
  const later = daysLater(first, Number(day.slice(8)) - 1);
  return monthOf(later) === monthOf(first) ? later : firstDayOf(monthOf(later));
}
