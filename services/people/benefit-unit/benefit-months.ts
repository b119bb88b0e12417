import { later, monthNumber, type Period } from '#shared/calendar/days.ts';
import { monthsTouched } from '#shared/calendar/months.ts';
import { mergePeriods } from '#shared/calendar/periods.ts';
import type { BenefitUnit, MemberTime } from './benefit-unit.ts';

/**
 * Returns when the person was in receipt: a member of a unit, while the unit was in receipt. In order, and without
 * overlaps.
 */
export function benefitPeriodsOf(
  personId: string,
  units: readonly Pick<BenefitUnit, 'members' | 'benefits'>[],
): Period[] {
  const periods = units.flatMap(({ members, benefits }) =>
    members
      .filter((member) => member.personId === personId)
      .flatMap((member) => benefits.flatMap((benefit) => overlap(member, benefit) ?? [])),
  );
  return mergePeriods(periods);
}

/** Returns the days that both periods have in common. */
export function overlap(first: Period, second: Period): MemberTime | undefined {
  const from = later(first.from, second.from);
  const [to] = [first.to, second.to].filter((end) => typeof end === 'string').sort();
  if (to === undefined) return { from };
  return from <= to ? { from, to } : undefined;
}

/** Counts the calendar months with at least one day of receipt, within the window of days (both included). */
export function monthsOfReceipt(periods: readonly Period[], window: { from: string; to: string }): number {
  const cut = periods.flatMap((period) => overlap(period, window) ?? []);
  return monthsTouched(cut, { first: monthNumber(window.from), last: monthNumber(window.to) });
}
