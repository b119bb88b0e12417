import { germanDay } from '#shared/calendar/days.ts';
import type { Interview } from './case.ts';
import { countsWhenMissed } from './law/reporting-appointment.ts';

/**
 * Interviews missed one after the other, in the order in which they were to take place: up to one of them, or up to the
 * last. One that took place or was excused ends the row; what is told later, of an earlier one, counts where it belongs.
 */
export function missedInARow(interviews: readonly Interview[], upTo?: string): number {
  const known = interviews
    .filter(({ status }) => status !== 'INVITED')
    .toSorted((one, other) => one.scheduledAt.localeCompare(other.scheduledAt));
  const row = known.slice(0, upTo === undefined ? known.length : known.findIndex(({ id }) => id === upTo) + 1);
  return row.length - 1 - row.findLastIndex(({ status }) => status !== 'MISSED');
}

/** Of those, the ones that §7b(4) SGB II counts. A missed talk that it does not count, as one on the telephone, neither adds to the row nor ends it. */
export function countedInARow(interviews: readonly Interview[], upTo?: string): number {
  const cannotCount = ({ status, place, scheduledAt }: Interview): boolean =>
    status === 'MISSED' && !countsWhenMissed(place, germanDay(new Date(scheduledAt)));
  if (interviews.some((interview) => interview.id === upTo && cannotCount(interview))) return 0;
  return missedInARow(
    interviews.filter((interview) => !cannotCount(interview)),
    upTo,
  );
}
