import { dayAfter, dayBefore } from '#shared/calendar/days.ts';
import { Refusal } from '#shared/refusal.ts';
import { overlap, type Period } from './benefit-months.ts';
import type { BenefitUnit } from './benefit-unit.ts';

/** When the person belonged to other units than this one. */
export function timesElsewhere(personId: string, units: readonly BenefitUnit[], unitId: string): Period[] {
  return units
    .filter(({ id }) => id !== unitId)
    .flatMap(({ members }) => members.filter((member) => member.personId === personId).map(timeOf));
}

/** Somebody is in need with one household at a time (§7(3) SGB II). */
export function assertNotElsewhere(elsewhere: readonly Period[], time: Period): void {
  if (elsewhere.some((other) => overlap(other, time) !== undefined)) {
    throw new Refusal(
      'MEMBER_OF_ANOTHER_UNIT',
      'The person belongs to another benefit unit in that time: they leave it first.',
    );
  }
}

/** The first period from `day` on in which the person belongs to no other unit; undefined where there is none. */
export function roomFrom(day: string, elsewhere: readonly Period[]): Period | undefined {
  let from = day;
  for (const other of elsewhere.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (other.from > from) return { from, to: dayBefore(other.from) };
    if (other.to === undefined) return undefined;
    if (other.to >= from) from = dayAfter(other.to);
  }
  return { from };
}

function timeOf({ from, to }: Period): Period {
  return to === undefined ? { from } : { from, to };
}
