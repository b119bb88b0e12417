import { daysLater, earlier, lastOfWholeMonths } from '#shared/calendar/days.ts';
import { firstDayOf } from '../measure/entry.ts';
import type { Enrolment } from '../measure/enrolment.ts';
import { grantedInstrument } from '../measure/grant.ts';
import type { Measure } from '../measure/measure.ts';
import { instrumentOnOrLast } from './catalogue.ts';
import type { Instrument } from './instrument.ts';

type Limits = Pick<Instrument, 'maxWeeks' | 'maxWeeksHardToPlace' | 'maxMonths' | 'maxMonthsExtended'>;

/**
 * Returns the last day on which somebody who begins on that day may take part, by the longest limit that the law has
 * for anybody; null where it has none.
 */
export function lastDayForAnybody(
  { maxWeeks, maxWeeksHardToPlace, maxMonths, maxMonthsExtended }: Limits,
  startsOn: string,
): string | null {
  return lastDayWithin({ weeks: maxWeeksHardToPlace ?? maxWeeks, months: maxMonthsExtended ?? maxMonths }, startsOn);
}

/** Returns the last day that the law has as a rule, for whom no reason was named that gives more. */
export function lastDayAsRule({ maxWeeks, maxMonths }: Limits, startsOn: string): string | null {
  return lastDayWithin({ weeks: maxWeeks, months: maxMonths }, startsOn);
}

/**
 * Returns the last day on which this person may take part: the end of the measure, or an earlier one that the law
 * allows from their first day on. An extension goes by the law of the day on which it was granted (§66(2) SGB II).
 */
export function latestEndOf(
  measure: Measure,
  enrolment: Pick<Enrolment, 'startedOn' | 'agreedOn' | 'proposedOn' | 'grantedUnder' | 'longer'>,
): string {
  const firstDay = firstDayOf(measure, enrolment);
  const { longer } = enrolment;
  const instrument = longer
    ? instrumentOnOrLast(measure.instrument, longer.grantedOn)
    : grantedInstrument(measure, enrolment);
  const last = instrument && (longer ? lastDayForAnybody : lastDayAsRule)(instrument, firstDay);
  return last ? earlier(last, measure.endsOn) : measure.endsOn;
}

function lastDayWithin(
  { weeks, months }: { weeks: number | null; months: number | null },
  from: string,
): string | null {
  if (weeks !== null) return daysLater(from, weeks * 7 - 1);
  return months === null ? null : lastOfWholeMonths(from, months);
}
