import { dayAfter, daysBetween, lastOfWholeMonths, monthNumber, type ClosedPeriod, type Period } from './days.ts';
import { stretchesWithin } from './periods.ts';

/*
 * How long something lasted, as §26(1) SGB X has it counted. One stretch has months by §§187(2), 188(2) and (3) BGB;
 * several are added up by §191 BGB. Where the law asks in how many months there was a day of something, it is
 * `monthsTouched` that answers.
 */

/** Whole months, and the days that are left over, fewer than a month. */
export type CountedTime = { months: number; days: number };

/** Where time need not be continuous, a month has 30 days (§191 BGB). */
const DAYS_OF_A_MONTH_191 = 30;

/** Counts the whole months of one stretch, which begins with its first day (§§187(2), 188(2) and (3) BGB). */
export function wholeMonths188({ from, to }: ClosedPeriod): number {
  let months = Math.max(0, monthNumber(dayAfter(to)) - monthNumber(from));
  while (months > 0 && lastOfWholeMonths(from, months) > to) months -= 1;
  return months;
}

/**
 * Adds up the stretches of the periods in a window: the whole months of each, and what is left of them in days, of
 * which 30 are a month (§191 BGB); one stretch alone is continuous, and has its months by §188 BGB only. Periods that
 * overlap or follow each other without a day between are one stretch, and one that began before the window is counted
 * from the window's first day.
 */
export function addedUp191(periods: readonly Period[], window: ClosedPeriod): CountedTime {
  let [months, days] = [0, 0];
  const stretches = stretchesWithin(periods, window);
  for (const stretch of stretches) {
    const whole = wholeMonths188(stretch);
    months += whole;
    days += daysBetween(lastOfWholeMonths(stretch.from, whole), stretch.to);
  }
  if (stretches.length === 1) return { months, days };
  return { months: months + Math.floor(days / DAYS_OF_A_MONTH_191), days: days % DAYS_OF_A_MONTH_191 };
}

/** Says a counted time in words. */
export function inWords({ months, days }: CountedTime): string {
  const some = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;
  return days === 0 ? some(months, 'month') : `${some(months, 'month')} and ${some(days, 'day')}`;
}
