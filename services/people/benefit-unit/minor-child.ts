import { birthday } from '#shared/calendar/days.ts';
import type { MemberRole } from './benefit-unit.ts';
import type { Person } from '../person/person.ts';

const OF_AGE = 18;

/** The people who live together on a day. */
export type Household = { role: MemberRole; person: Pick<Person, 'birthDate' | 'children'> }[];

/**
 * Returns the day on which no child of the unit is a minor any more (§16i(3) sentence 3 SGB II); null where none is
 * one. A child is a member with that role, or one that a member has to look after. Small children are rarely members
 * with a customer number of their own.
 */
export function youngestChildOfAgeOn(household: Household, on: string): string | null {
  const children = household.flatMap(({ role, person }) => [...(role === 'CHILD' ? [person] : []), ...person.children]);
  return (
    children
      .map(({ birthDate }) => birthday(birthDate, OF_AGE))
      .filter((day) => day > on)
      .sort()
      .at(-1) ?? null
  );
}
