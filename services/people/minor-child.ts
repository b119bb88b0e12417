import { isMinor } from './benefit-months.ts';
import type { MemberRole } from './benefit-unit.ts';
import type { Person } from './person.ts';

/** Who lives together on a day. */
export type Household = { role: MemberRole; person: Pick<Person, 'birthDate' | 'children'> }[];

/**
 * Whether a minor child belongs to the unit (§16i(10) SGB II): a member who is one, or one that a member has to look
 * after. Small children are rarely members with a customer number of their own.
 */
export function hasMinorChild(household: Household, on: string): boolean {
  return household.some(({ role, person }) => (role === 'CHILD' && isMinor(person.birthDate, on)) || person.children.some(({ birthDate }) => isMinor(birthDate, on)));
}
