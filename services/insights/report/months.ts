import {
  dayBefore,
  earlier,
  firstOfMonth,
  lastOfMonth,
  later,
  monthNumber,
  monthOf,
  monthsLater,
  type ClosedPeriod,
} from '#shared/calendar/days.ts';

/** Returns the months of a period; the first and the last may be cut. */
export function cutIntoMonths({ from, to }: ClosedPeriod): (ClosedPeriod & { month: string })[] {
  return Array.from({ length: monthNumber(to) - monthNumber(from) + 1 }, (_, months) => {
    const first = monthsLater(firstOfMonth(from), months);
    return { month: monthOf(first), from: later(from, first), to: earlier(to, lastOfMonth(first)) };
  });
}

/**
 * True for whole months that are over: from the first day of one to the last day of one. What goes outside is cut off
 * there.
 */
export function isWholeMonths({ from, to }: ClosedPeriod, today: string): boolean {
  return from === firstOfMonth(from) && to === lastOfMonth(to) && to < today;
}

/** Returns the last month that has ended before today. */
export function lastMonthOver(today: string): string {
  return monthOf(dayBefore(firstOfMonth(today)));
}
