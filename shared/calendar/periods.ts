import { dayAfter, earlier, later, type ClosedPeriod, type Period } from './days.ts';

/** Returns the same days in order, and in as few periods as possible: no two overlap or touch. */
export function mergePeriods(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    const isApart = !last || (typeof last.to === 'string' && dayAfter(last.to) < period.from);
    if (isApart) result.push(period);
    else result[result.length - 1] = lengthened(last, period);
  }
  return result;
}

/** Returns the days of the periods that lie in the window, in order, each stretch from its first to its last day. */
export function stretchesWithin(periods: readonly Period[], window: ClosedPeriod): ClosedPeriod[] {
  return mergePeriods(periods)
    .map(({ from, to }) => ({ from: later(from, window.from), to: earlier(to ?? window.to, window.to) }))
    .filter(({ from, to }) => from <= to);
}

/** Returns the first period, up to the later end of the two. */
function lengthened({ from, to }: Period, next: Period): Period {
  if (typeof to !== 'string' || typeof next.to !== 'string') return { from };
  return { from, to: later(to, next.to) };
}
