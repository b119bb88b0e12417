import { monthNumber, type Stretch } from '#shared/days.ts';
import { monthsTouched, type Months } from '#shared/funding/months.ts';
import type { PlacementSeen } from '../views/placement.ts';
import type { Employment, Facts } from './facts.ts';
import { practice } from './practice-values.ts';

/** The old § 16e counts among the five years of § 16i (§ 16i Abs. 10 Satz 2 SGB II). */
const OLD_P16E_UNTIL = '2018-12-31';

/** Work as the placements tell it. A work opportunity (§ 16d) is no employment. Hours are not told: only marginal work is taken to be few. */
export function workOf(placements: readonly PlacementSeen[]): Employment[] {
  return placements.filter(({ fundedBy }) => !fundedBy.includes('P16D')).map(({ kind, startedOn, endedOn }) => ({
    from: startedOn,
    to: endedOn ?? null,
    hoursPerWeek: kind === 'MARGINAL' ? 0 : practice.hoursEndingUnemployment,
    insured: kind !== 'MARGINAL' && kind !== 'SELF_EMPLOYMENT',
  }));
}

/** When a placement was paid under § 16i. */
export function funded16i(placements: readonly PlacementSeen[]): Stretch[] {
  return placements
    .filter(({ fundedBy, startedOn }) => fundedBy.includes('P16I') || (fundedBy.includes('P16E') && startedOn <= OLD_P16E_UNTIL))
    .map(({ startedOn, endedOn }) => ({ from: startedOn, to: endedOn ?? null }));
}

/** Months funded before a start. */
export function fundedMonthsBefore(stretches: readonly Stretch[], startOn: string): number {
  const before = stretches.filter(({ from }) => from < startOn);
  return before.length === 0 ? 0 : monthsTouched(before, { first: Math.min(...before.map(({ from }) => monthNumber(from))), last: monthNumber(startOn) - 1 });
}

/** Months with work in the window, and how many of them the person's own record does not have. */
export function workIn(window: Months, { employments, placements }: Pick<Facts, 'employments' | 'placements'>): { actual: number; fromPlacements: number } {
  const actual = monthsTouched([...employments, ...workOf(placements)], window);
  return { actual, fromPlacements: actual - monthsTouched(employments, window) };
}
