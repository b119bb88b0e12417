import { daysBetween, type ClosedPeriod, type Period } from './days.ts';
import { stretchesWithin } from './periods.ts';

/** Counts the days from a first to a last one that lie in any of the periods. */
export function daysWithin(periods: readonly Period[], window: ClosedPeriod): number {
  return stretchesWithin(periods, window).reduce((days, { from, to }) => days + daysBetween(from, to) + 1, 0);
}
