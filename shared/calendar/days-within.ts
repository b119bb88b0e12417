import { dayAfter, daysBetween, earlier, later, type Period } from './days.ts';

/** Counts the days from a first to a last one that lie in any of the periods. */
export function daysWithin(
  periods: readonly Period[],
  { from: first, to: last }: { from: string; to: string },
): number {
  let days = 0;
  let next = first;
  for (const { from, to } of periods.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const [begins, ends] = [later(from, next), earlier(to ?? last, last)];
    if (ends < begins) continue;
    days += daysBetween(begins, ends) + 1;
    next = dayAfter(ends);
  }
  return days;
}
