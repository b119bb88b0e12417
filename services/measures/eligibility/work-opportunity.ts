import { dayAfter, dayBefore, lastOfWholeMonths, type Period } from '#shared/calendar/days.ts';
import { daysWithin } from '#shared/calendar/days-within.ts';
import { latestEndOf } from '../instruments/longest-participation.ts';
import { firstDayOf, type Measure } from '../measure/measure.ts';
import type { ReportedPlacement } from '../views/placement.ts';

/** Arbeitsgelegenheiten: 24 months within five years, which begin with the first entry; twelve more while the conditions last (§16d(6) SGB II). */
export const workOpportunity = { months: 24, monthsExtended: 36, withinMonths: 60 } as const;
/** Months that need not follow each other have 30 days (§191 BGB). */
const DAYS_OF_A_MONTH = 30;

/** The times of a person in work opportunities, as measures and placements know them: what was agreed counts to its last day. */
export function timesInWorkOpportunities(
  personId: string,
  { measures, placements }: { measures: readonly Measure[]; placements: readonly ReportedPlacement[] },
): Period[] {
  const enrolled = measures
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
  const placed = placements
    .filter(({ fundedBy }) => fundedBy.includes('P16D'))
    .map(({ startedOn: from, endedOn: to }) => ({ from, to }));
  return [...enrolled, ...placed].toSorted((one, other) => one.from.localeCompare(other.from));
}

/** Days spent before a day, in the five years to which it belongs. */
export function daysSpentBefore(day: string, times: readonly Period[]): number {
  const window = timesOfWindow(day, times);
  return daysWithin(window, { from: window[0]?.from ?? day, to: dayBefore(day) });
}

/** What is left of so many months, in days: none, or fewer than none, where they are used up. */
export function daysLeft(months: number, daysSpent: number): number {
  return months * DAYS_OF_A_MONTH - daysSpent;
}

/** In full and started months, as people count them. */
export function startedMonths(days: number): number {
  return Math.ceil(days / DAYS_OF_A_MONTH);
}

/** The first days on which new five years can begin. */
export function windowsOpenOn(times: readonly Period[]): string[] {
  return times.map(({ from }) => dayAfter(lastOfWholeMonths(from, workOpportunity.withinMonths)));
}

/** Every entry after the end of five years begins new ones. */
function timesOfWindow(day: string, times: readonly Period[]): Period[] {
  let window: Period[] = [];
  const ends = (): string => lastOfWholeMonths(window[0]?.from ?? day, workOpportunity.withinMonths);
  for (const time of times.filter(({ from }) => from < day))
    window = window.length > 0 && time.from <= ends() ? [...window, time] : [time];
  return day <= ends() ? window : [];
}
