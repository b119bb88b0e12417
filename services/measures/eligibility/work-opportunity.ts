import { dayAfter, dayBefore, lastOfWholeMonths, type Period } from '#shared/calendar/days.ts';
import { addedUp191, inWords, type CountedTime } from '#shared/calendar/counted-time.ts';
import { latestEndOf } from '../instruments/longest-participation.ts';
import { firstDayOf, firstDayWhenJoining } from '../measure/entry.ts';
import type { Enrolment } from '../measure/enrolment.ts';
import type { Measure } from '../measure/measure.ts';
import type { PastMeasure } from '../past-measure/past-measure.ts';
import { MeasureRefusal } from '../refusal.ts';
import type { ReportedPlacement } from '../views/placement.ts';

/**
 * Arbeitsgelegenheiten: 24 months within five years, which begin with the first entry; twelve more while the conditions
 * last (§16d(6) SGB II).
 */
export const workOpportunity = { months: 24, monthsExtended: 36, withinMonths: 60 } as const;

type PersonsPast = {
  personId: string;
  agreedOn: string;
  measuresOfPerson: readonly Measure[];
  placementsOfPerson: readonly ReportedPlacement[];
  pastMeasures: readonly PastMeasure[];
  /** The decision that the last twelve months are given too. */
  longer?: Enrolment['longer'];
};

/**
 * Refuses a work opportunity when none of the months that the law gives is left. The last twelve are given only with a
 * reason, by whoever agrees the place.
 */
export function assertMonthsLeft(
  measure: Measure,
  { personId, agreedOn, longer, pastMeasures, measuresOfPerson: measures, placementsOfPerson: placements }: PersonsPast,
): void {
  if (measure.instrument !== 'P16D') return;
  const { months, monthsExtended } = workOpportunity;
  const times = timesInWorkOpportunities(personId, { measures, placements, pastMeasures });
  const spent = timeSpentBefore(firstDayWhenJoining(measure, agreedOn), times);
  if (spent.months < (longer ? monthsExtended : months)) return;
  throw new MeasureRefusal(
    'MONTHS_USED_UP',
    `P16D: ${inWords(spent)} were spent in work opportunities within five years; ` +
      `the law gives ${months}, and ${monthsExtended} with longerBecause STILL_LAST_RESORT (§16d(6) SGB II).`,
  );
}

/**
 * Returns the times of a person in work opportunities, as measures, past ones too, and placements know them. An agreed
 * time counts to its last day.
 */
export function timesInWorkOpportunities(
  personId: string,
  {
    measures,
    placements,
    pastMeasures,
  }: { measures: readonly Measure[]; placements: readonly ReportedPlacement[]; pastMeasures: readonly PastMeasure[] },
): Period[] {
  const inMeasures = measures
    .filter(({ instrument }) => instrument === 'P16D')
    .flatMap((measure) =>
      measure.enrolments
        .filter(
          (enrolment) =>
            enrolment.personId === personId && enrolment.status !== 'PROPOSED' && enrolment.status !== 'WITHDRAWN',
        )
        .map((enrolment) => ({
          from: firstDayOf(measure, enrolment),
          to: enrolment.endedOn ?? latestEndOf(measure, enrolment),
        })),
    );
  const inPlacements = placements
    .filter(({ fundedBy }) => fundedBy.includes('P16D'))
    .map(({ startedOn: from, endedOn: to }) => ({ from, to }));
  const inPast = pastMeasures.filter(({ instrument }) => instrument === 'P16D').map(({ from, to }) => ({ from, to }));
  return [...inMeasures, ...inPlacements, ...inPast].toSorted((a, b) => a.from.localeCompare(b.from));
}

/** Adds up the time spent before a day, in the five years to which it belongs. */
export function timeSpentBefore(day: string, times: readonly Period[]): CountedTime {
  const window = timesOfWindow(day, times);
  return addedUp191(window, { from: window[0]?.from ?? day, to: dayBefore(day) });
}

/** Returns the first days on which new five years can begin. */
export function windowsOpenOn(times: readonly Period[]): string[] {
  return times.map(({ from }) => dayAfter(lastOfWholeMonths(from, workOpportunity.withinMonths)));
}

/** Returns the times in the five years of that day: every entry after their end begins new ones. */
function timesOfWindow(day: string, times: readonly Period[]): Period[] {
  let window: Period[] = [];
  const lastDay = (): string => lastOfWholeMonths(window[0]?.from ?? day, workOpportunity.withinMonths);
  for (const time of times.filter(({ from }) => from < day))
    window = window.length > 0 && time.from <= lastDay() ? [...window, time] : [time];
  return day <= lastDay() ? window : [];
}
