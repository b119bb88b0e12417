import { daysLater, earlier, lastOfWholeMonths } from '#shared/calendar/days.ts';
import { firstDayOf } from '../measure/entry.ts';
import type { Enrolment } from '../measure/enrolment.ts';
import type { Measure } from '../measure/measure.ts';
import { instrumentOnOrLast } from './catalogue.ts';
import type { Instrument } from './instrument.ts';

/**
 * Returns the last day on which somebody who begins on that day may still take part, by the longest limit that the law
 * has for anybody; null where it has none.
 */
export function lastDayAllowed(
  { maxWeeks, maxWeeksHardToPlace, maxMonths, maxMonthsExtended }: Instrument,
  startsOn: string,
): string | null {
  const weeks = maxWeeksHardToPlace ?? maxWeeks;
  if (weeks !== null) return daysLater(startsOn, weeks * 7 - 1);
  const months = maxMonthsExtended ?? maxMonths;
  return months === null ? null : lastOfWholeMonths(startsOn, months);
}

/**
 * Returns the last day on which this person may take part: the end of the measure, or an earlier one that the law
 * allows from their first day on.
 */
export function latestEndOf(measure: Measure, enrolment: Pick<Enrolment, 'startedOn' | 'agreedOn'>): string {
  const firstDay = firstDayOf(measure, enrolment);
  const instrument = instrumentOnOrLast(measure.instrument, firstDay);
  const last = instrument && lastDayAllowed(instrument, firstDay);
  return last ? earlier(last, measure.endsOn) : measure.endsOn;
}
