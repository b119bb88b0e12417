import type { Interview } from './case.ts';

/**
 * Interviews missed one after the other, in the order in which they were to take place: up to one of them, or up to the
 * last. One that took place or was excused ends the row; what is told later, of an earlier one, counts where it belongs.
 */
export function missedInARow(interviews: readonly Interview[], upTo?: string): number {
  const known = interviews.filter(({ status }) => status !== 'INVITED').toSorted((one, other) => one.scheduledAt.localeCompare(other.scheduledAt));
  const row = known.slice(0, upTo === undefined ? known.length : known.findIndex(({ id }) => id === upTo) + 1);
  return row.length - 1 - row.findLastIndex(({ status }) => status !== 'MISSED');
}
