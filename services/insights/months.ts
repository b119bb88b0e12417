import { dayBefore, earlier, later } from '#shared/days.ts';
import type { Period } from './views/tally.ts';

/** `2026-03-14` → `2026-03`. */
export const monthOf = (day: string): string => day.slice(0, 7);
export const firstOf = (month: string): string => `${month}-01`;

export function lastOf(month: string): string {
  return dayBefore(firstOf(nextMonth(month)));
}

export function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** The months of a period; the first and the last may be cut. */
export function monthsOf({ from, to }: Period): (Period & { month: string })[] {
  const months: (Period & { month: string })[] = [];
  for (let month = monthOf(from); firstOf(month) <= to; month = nextMonth(month)) {
    months.push({ month, from: later(from, firstOf(month)), to: earlier(to, lastOf(month)) });
  }
  return months;
}

/** Whole months that are over: from the first day of one to the last day of one. What goes outside is cut off there. */
export function isWholeMonths({ from, to }: Period, today: string): boolean {
  return from === firstOf(monthOf(from)) && to === lastOf(monthOf(to)) && to < today;
}

export function lastMonthOver(today: string): string {
  return monthOf(dayBefore(firstOf(monthOf(today))));
}
