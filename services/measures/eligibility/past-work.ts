import { dayBefore, daysBetween, firstOfMonth, hasDay, monthsLater, type ClosedPeriod } from '#shared/calendar/days.ts';
import { daysWithin } from '#shared/calendar/days-within.ts';
import type { ReportedPlacement } from '../views/placement.ts';
import { measuredCondition, type EligibilityCondition } from './condition.ts';
import type { WorkPeriod, EligibilityFacts } from './facts.ts';
import { practice } from './practice-values.ts';
import { HOURS_ENDING_UNEMPLOYMENT } from './unemployment.ts';

/**
 * Returns the work that placements report. A work opportunity (§ 16d) is no employment. Hours are not reported: only
 * marginal work is taken to have few.
 */
export function workFromPlacements(placements: readonly ReportedPlacement[]): WorkPeriod[] {
  return placements
    .filter(({ fundedBy }) => !fundedBy.includes('P16D'))
    .map(({ kind, startedOn, endedOn }) => ({
      from: startedOn,
      to: endedOn ?? null,
      hoursPerWeek: kind === 'MARGINAL' ? 0 : HOURS_ENDING_UNEMPLOYMENT,
      insured: kind !== 'MARGINAL' && kind !== 'SELF_EMPLOYMENT',
    }));
}

/**
 * Judges "no or only short work" in so many past months and in what has passed of the month of the start: few days, and
 * no insured work that goes on, of which nobody can say that it is short. What fills more than its largest share of the
 * time is not short at anybody's discretion.
 */
export function onlyShortWork(
  { legalBasis, months }: { legalBasis: string; months: number },
  { employments, placements }: Pick<EligibilityFacts, 'employments' | 'placements'>,
  startOn: string,
): EligibilityCondition {
  const { shortWorkDaysAYear: short, shortWorkLargestShare: largest } = practice;
  const window = { from: monthsLater(firstOfMonth(startOn), -months), to: dayBefore(startOn) };
  const all = [...employments, ...workFromPlacements(placements)].filter(({ from }) => from < startOn);
  const actual = daysWithin(all, window);
  const required = (short.value * months) / 12;
  const goesOn = all.some((work) => work.insured && hasDay(work, startOn));
  const expectation =
    `No or only short work (insured, marginal or self-employed) in the last ${months} months and since; practice: at ` +
    `most ${short.value} days a year and no insured work that goes on at the start, and never more than ` +
    `${largest.value * 100} % of that time (${short.source}; ${short.decidedBy}).`;
  return measuredCondition(
    { code: 'ONLY_SHORT_WORK', legalBasis, expectation, discretion: actual <= largest.value * daysIn(window) },
    {
      unit: 'DAYS',
      actual,
      fromPlacements: actual - daysWithin(employments, window),
      required,
      met: actual <= required && !goesOn,
    },
  );
}

function daysIn({ from, to }: ClosedPeriod): number {
  return daysBetween(from, to) + 1;
}
