import { dayAfter, later, monthNumber } from '#shared/calendar/days.ts';
import { monthsTouched } from '#shared/calendar/months.ts';
import type { BenefitUnit } from './benefit-unit.ts';

/** Days are included at both ends; without `to` it goes on. */
export type Period = { from: string; to?: string };

/** When the person was in receipt: a member of a unit, while the unit was. In order, and without overlaps. */
export function benefitPeriodsOf(
  personId: string,
  units: readonly Pick<BenefitUnit, 'members' | 'benefits'>[],
): Period[] {
  const periods = units.flatMap(({ members, benefits }) =>
    members
      .filter((member) => member.personId === personId)
      .flatMap((member) => benefits.flatMap((benefit) => overlap(member, benefit) ?? [])),
  );
  return merged(periods);
}

/** The days that both have in common. */
export function overlap(one: Period, other: Period): Period | undefined {
  const from = later(one.from, other.from);
  const [to] = [one.to, other.to].filter((end) => end !== undefined).sort();
  if (to === undefined) return { from };
  return from <= to ? { from, to } : undefined;
}

/** In order, and as few as it takes: what overlaps or follows without a day between is one. */
export function merged(periods: readonly Period[]): Period[] {
  const result: Period[] = [];
  for (const period of periods.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    const isApart = !last || (last.to !== undefined && dayAfter(last.to) < period.from);
    if (isApart) result.push(period);
    else result[result.length - 1] = together(last, period);
  }
  return result;
}

/** From the begin of the one to the later end of the two. */
function together({ from, to }: Period, other: Period): Period {
  if (to === undefined || other.to === undefined) return { from };
  return { from, to: later(to, other.to) };
}

/** Calendar months with at least one day of receipt, within the window of days (both included). */
export function monthsOfReceipt(periods: readonly Period[], window: { from: string; to: string }): number {
  const cut = periods.flatMap((period) => overlap(period, window) ?? []);
  return monthsTouched(cut, { first: monthNumber(window.from), last: monthNumber(window.to) });
}
