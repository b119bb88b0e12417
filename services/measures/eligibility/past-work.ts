import { dayBefore, hasDay, monthNumber, type Period } from '#shared/calendar/days.ts';
import { pastMonths } from '#shared/funding/long-term-receipt.ts';
import { monthsTouched } from '#shared/calendar/months.ts';
import type { ReportedPlacement } from '../views/placement.ts';
import { measuredCondition, type EligibilityCondition } from './condition.ts';
import type { WorkPeriod, EligibilityFacts } from './facts.ts';
import { practice } from './practice-values.ts';

/** The old § 16e counts among the five years of § 16i (§ 16i Abs. 10 Satz 2 SGB II). */
const OLD_P16E_UNTIL = '2018-12-31';

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
      hoursPerWeek: kind === 'MARGINAL' ? 0 : practice.hoursEndingUnemployment,
      insured: kind !== 'MARGINAL' && kind !== 'SELF_EMPLOYMENT',
    }));
}

/** Returns the times in which a placement was paid under § 16i. */
export function periodsFunded16i(placements: readonly ReportedPlacement[]): Period[] {
  return placements
    .filter(
      ({ fundedBy, startedOn }) =>
        fundedBy.includes('P16I') || (fundedBy.includes('P16E') && startedOn <= OLD_P16E_UNTIL),
    )
    .map(({ startedOn, endedOn }) => ({ from: startedOn, to: endedOn ?? null }));
}

/** Counts the months funded before a start. */
export function fundedMonthsBefore(periods: readonly Period[], startOn: string): number {
  const before = periods.filter(({ from }) => from < startOn);
  return before.length === 0
    ? 0
    : monthsTouched(before, {
        first: Math.min(...before.map(({ from }) => monthNumber(from))),
        last: monthNumber(startOn) - 1,
      });
}

type PastWork = {
  /** Months with work. */
  actual: number;
  /** The number of them that the person's own record does not have. */
  fromPlacements: number;
  /** True where insured work goes on at the start. */
  goesOn: boolean;
};

/** Counts the work in that many past months and in what has passed of the month of the start. */
export function workBefore(
  startOn: string,
  length: number,
  { employments, placements }: Pick<EligibilityFacts, 'employments' | 'placements'>,
): PastWork {
  const months = { first: pastMonths(startOn, length).first, last: monthNumber(dayBefore(startOn)) };
  const own = employments.filter(({ from }) => from < startOn);
  const all = [...own, ...workFromPlacements(placements).filter(({ from }) => from < startOn)];
  const actual = monthsTouched(all, months);
  return {
    actual,
    fromPlacements: actual - monthsTouched(own, months),
    goesOn: all.some((work) => work.insured && hasDay(work, startOn)),
  };
}

/**
 * Judges "no or only short work": few months, and no insured work that goes on, of which nobody can say that it is
 * short.
 */
export function onlyShortWork(
  { legalBasis, within, practice: required }: { legalBasis: string; within: string; practice: number },
  { actual, fromPlacements, goesOn }: PastWork,
): EligibilityCondition {
  const expectation =
    `No or only short work ${within} and since; ` +
    `practice: at most ${required} months, and no insured work that goes on at the start.`;
  return measuredCondition(
    { code: 'ONLY_SHORT_WORK', legalBasis, expectation, discretion: true },
    { actual, fromPlacements, required, met: actual <= required && !goesOn },
  );
}
