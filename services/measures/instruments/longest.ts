import { dayBefore, daysLater, monthsLater } from '../days.ts';
import type { Instrument } from './instrument.ts';

/** The last day on which somebody who begins on that day may still take part, where the law has a limit: the longest one that it has for anybody. */
export function lastDayAllowed({ maxWeeks, maxWeeksHardToPlace, maxMonths }: Instrument, startsOn: string): string | null {
  const weeks = maxWeeksHardToPlace ?? maxWeeks;
  if (weeks !== null) return dayBefore(daysLater(startsOn, weeks * 7));
  return maxMonths === null ? null : dayBefore(monthsLater(startsOn, maxMonths));
}
