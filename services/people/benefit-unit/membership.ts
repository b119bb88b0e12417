import { dayAfter, dayBefore, type Period } from '#shared/calendar/days.ts';
import { PeopleRefusal } from '../refusal.ts';
import { overlap } from './benefit-months.ts';
import type { BenefitUnit, MemberTime } from './benefit-unit.ts';

/** Returns when the person belonged to other units than this one. */
export function timesElsewhere(personId: string, units: readonly BenefitUnit[], unitId: string): MemberTime[] {
  return units
    .filter(({ id }) => id !== unitId)
    .flatMap(({ members }) => members.filter((member) => member.personId === personId).map(timeOf));
}

/** Refuses a membership during another one: somebody is in need with one household at a time (§7(3) SGB II). */
export function assertNotElsewhere(elsewhere: readonly Period[], time: Period): void {
  if (elsewhere.some((period) => overlap(period, time) !== undefined)) throw memberOfAnotherUnit();
}

export function memberOfAnotherUnit(): PeopleRefusal {
  return new PeopleRefusal(
    'MEMBER_OF_ANOTHER_UNIT',
    'The person belongs to another benefit unit in that time: they leave it first.',
  );
}

/** Returns the first period from `day` on in which the person belongs to no other unit, or undefined. */
export function roomFrom(day: string, elsewhere: readonly Period[]): MemberTime | undefined {
  let from = day;
  for (const period of elsewhere.toSorted((a, b) => a.from.localeCompare(b.from))) {
    if (period.from > from) return { from, to: dayBefore(period.from) };
    if (typeof period.to !== 'string') return undefined;
    if (period.to >= from) from = dayAfter(period.to);
  }
  return { from };
}

function timeOf({ from, to }: MemberTime): MemberTime {
  return to === undefined ? { from } : { from, to };
}
