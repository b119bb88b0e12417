import type { ClosedPeriod } from '#shared/calendar/days.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { firstEventWithin, occursWithin, type TalliedFigure } from '../views/distinct-tally.ts';
import { outOfReceiptSince } from '../views/known-unit.ts';
import type { Views } from '../views/views.ts';

/**
 * Returns the events by which units came out of receipt in a period and are not in receipt again at its end. A state
 * on a day is no count of an index; but of a project only some units come to their end, and those alone are read.
 */
export async function lastingBenefitEnds(
  { tallies, units }: Views,
  tallied: TalliedFigure,
  period: ClosedPeriod,
): Promise<string[]> {
  const ended = await findAll(tallies, occursWithin(tallied, period));
  const unitOfTally = await units.getMany(ended.map(({ id }) => id.slice(id.lastIndexOf(' ') + 1)));
  return ended.flatMap((tally, index) => {
    const unit = unitOfTally[index];
    const on = unit ? outOfReceiptSince(unit, period.to) : undefined;
    // An earlier end in the period, or one for another reason, is not the one that lasts.
    return on === undefined || on < period.from ? [] : (firstEventWithin(tally, tallied, { from: on, to: on }) ?? []);
  });
}
