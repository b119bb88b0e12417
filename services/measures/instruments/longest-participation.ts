import { daysLater, earlier, lastOfWholeMonths } from '#shared/calendar/days.ts';
import { firstDayOf, type Enrolment, type Measure } from '../measure/measure.ts';
import { instrumentOnOrLast } from './catalogue.ts';
import type { Instrument } from './instrument.ts';

/** The last day on which somebody who begins on that day may still take part, where the law has a limit: the longest one that it has for anybody. */
export function lastDayAllowed(
  { maxWeeks, maxWeeksHardToPlace, maxMonths, maxMonthsExtended }: Instrument,
  startsOn: string,
): string | null {
  const weeks = maxWeeksHardToPlace ?? maxWeeks;
  if (weeks !== null) return daysLater(startsOn, weeks * 7 - 1);
  const months = maxMonthsExtended ?? maxMonths;
  return months === null ? null : lastOfWholeMonths(startsOn, months);
}

/** The last day on which this person may take part: the end of the measure, or what the law allows from their first day on. */
export function latestEndOf(measure: Measure, enrolment: Pick<Enrolment, 'startedOn' | 'agreedOn'>): string {
  const begins = firstDayOf(measure, enrolment);
  const instrument = instrumentOnOrLast(measure.instrument, begins);
  const last = instrument && lastDayAllowed(instrument, begins);
  return last ? earlier(last, measure.endsOn) : measure.endsOn;
}
