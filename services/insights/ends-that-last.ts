import { findAll } from '#shared/documents/find-all.ts';
import type { Views } from './views/views.ts';
import { outOfReceiptSince } from './views/known-unit.ts';
import { firstEventIn, happenedIn, type Counted, type Period } from './views/tally.ts';

/**
 * The units whose benefit ended in a period and has not begun again by its end: the events by which it ended. A state on a
 * day is no count of an index; but of a project only some units come to their end, and those alone are read.
 */
export async function endsThatLast({ tallies, units }: Views, counted: Counted, period: Period): Promise<string[]> {
  const ended = await findAll(tallies, happenedIn(counted, period));
  const known = await units.getMany(ended.map(({ id }) => id.slice(id.lastIndexOf(' ') + 1)));
  return ended.flatMap((tally, index) => {
    const unit = known[index];
    const on = unit ? outOfReceiptSince(unit, period.to) : undefined;
    // An earlier end in the period, or one for another reason, is not the one that lasts.
    return on === undefined || on < period.from ? [] : (firstEventIn(tally, counted, { from: on, to: on }) ?? []);
  });
}
