import { germanDay } from '#shared/calendar/days.ts';
import { countsWhenMissed } from '../law/reporting-appointment.ts';
import type { Interview } from './interview.ts';

/**
 * Counts interviews missed one after the other, in the order in which they were to take place: up to one of them, or up
 * to the last. One that took place or was excused ends the row; an outcome recorded late counts where its talk belongs.
 */
export function missedInARow(interviews: readonly Interview[], upTo?: string): number {
  const closed = interviews
    .filter(({ status }) => status !== 'INVITED')
    .toSorted((left, right) => left.scheduledAt.localeCompare(right.scheduledAt));
  const row = closed.slice(0, upTo === undefined ? closed.length : closed.findIndex(({ id }) => id === upTo) + 1);
  return row.length - 1 - row.findLastIndex(({ status }) => status !== 'MISSED');
}

/**
 * Counts, of those, the ones that §7b(4) SGB II counts. A missed talk that it does not count, as one on the telephone,
 * neither adds to the row nor ends it.
 */
export function countedInARow(interviews: readonly Interview[], upTo?: string): number {
  const cannotCount = ({ status, place, scheduledAt }: Interview): boolean =>
    status === 'MISSED' && !countsWhenMissed(place, germanDay(new Date(scheduledAt)));
  if (interviews.some((interview) => interview.id === upTo && cannotCount(interview))) return 0;
  return missedInARow(
    interviews.filter((interview) => !cannotCount(interview)),
    upTo,
  );
}
