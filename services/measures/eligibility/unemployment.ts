import { addedUp191, type CountedTime } from '#shared/calendar/counted-time.ts';
import { dayAfter, dayBefore, daysLater, hasDay, lastOfWholeMonths, monthsLater } from '#shared/calendar/days.ts';
import type { ClosedPeriod } from '#shared/calendar/days.ts';
import { stretchesWithin } from '#shared/calendar/periods.ts';
import type { WorkPeriod } from './facts.ts';

/** Hours a week from which on work ends unemployment (§138(3) SGB III). */
export const HOURS_ENDING_UNEMPLOYMENT = 15;
/** Work of so many months in all, within so many, is an interruption that does no harm (§18(2) no. 4 SGB III). */
const HARMLESS_WORK_MONTHS = 6;
const HARMLESS_WITHIN_MONTHS = 60;
/** From so many months on, somebody is long-term unemployed (§18(1) SGB III). */
export const LONG_TERM_MONTHS = 12;

/**
 * Counts for how long somebody has been without work before a day, by §18 SGB III: back to where work was more than a
 * harmless interruption, which itself does not count. None for whoever works up to the day. That they were registered
 * and available, no fact here says.
 */
export function unemployedBefore(day: string, employments: readonly WorkPeriod[]): CountedTime {
  const last = dayBefore(day);
  const work = employments.filter(({ hoursPerWeek }) => hoursPerWeek >= HOURS_ENDING_UNEMPLOYMENT);
  if (work.some((period) => hasDay(period, last))) return { months: 0, days: 0 };
  const window = { from: monthsLater(day, -HARMLESS_WITHIN_MONTHS), to: last };
  return addedUp191(withoutWork(stretchesWithin(work, window), window), window);
}

/** Returns the days on which two years without work can be reached: when work has ended, or two years after. */
export function daysOfLongUnemployment(employments: readonly WorkPeriod[], months: number): string[] {
  return employments.flatMap(({ to }) =>
    to ? [daysLater(to, 2), dayAfter(lastOfWholeMonths(dayAfter(to), months))] : [],
  );
}

/** Returns the stretches without work, from the latest back to the first one before which work did harm. */
function withoutWork(worked: readonly ClosedPeriod[], window: ClosedPeriod): ClosedPeriod[] {
  const idle: ClosedPeriod[] = [];
  let next = dayAfter(window.to);
  for (const [at, { from, to }] of [...worked.entries()].reverse()) {
    idle.push({ from: dayAfter(to), to: dayBefore(next) });
    if (isHarmful(addedUp191(worked.slice(at), window))) return idle;
    next = from;
  }
  return next > window.from ? [...idle, { from: window.from, to: dayBefore(next) }] : idle;
}

function isHarmful({ months, days }: CountedTime): boolean {
  return months > HARMLESS_WORK_MONTHS || (months === HARMLESS_WORK_MONTHS && days > 0);
}
