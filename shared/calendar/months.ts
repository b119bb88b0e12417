import { monthNumber, type Period } from './days.ts';

/** A first and a last month, both included, as `monthNumber` counts them. */
export type Months = { first: number; last: number };

/**
 * Counts the months of the window that any of the periods touches. Only for what the law asks by calendar months with
 * benefit on at least one day (§16e, §16i SGB II, §6 SGB2§48aFKV); how long something lasted is `addedUp191`.
 */
export function monthsTouched(periods: readonly Period[], { first, last }: Months): number {
  const monthsOfPeriods = periods
    .map(({ from, to }) => ({
      first: Math.max(monthNumber(from), first),
      last: Math.min(to ? monthNumber(to) : last, last),
    }))
    .sort((a, b) => a.first - b.first);
  let count = 0;
  let counted = first - 1;
  for (const months of monthsOfPeriods) {
    count += Math.max(0, months.last - Math.max(months.first, counted + 1) + 1);
    counted = Math.max(counted, months.last);
  }
  return count;
}
