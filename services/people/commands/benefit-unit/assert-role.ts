import type { Member } from '../../benefit-unit/benefit-unit.ts';
import { assertUnderSgb2 } from '../../benefit-unit/sgb2-day.ts';
import { birthDateOf, childUntil } from '../../person/employable-age.ts';
import { PeopleRefusal } from '../../refusal.ts';

/** Refuses a membership that begins before the SGB II, or before the birth of the member. For forms. */
export function assertMembership(field: string, member: Pick<Member, 'role' | 'from' | 'employableFrom'>): void {
  const { from, employableFrom } = member;
  assertUnderSgb2(field, from);
  if (employableFrom !== undefined && from < birthDateOf(employableFrom))
    throw new PeopleRefusal('INVALID_INPUT', 'must not be before the birth of a member.', field);
  assertRole(member);
}

/**
 * Refuses somebody who joins as a child from the twenty-fifth birthday on (§7(3) no. 4 SGB II): they are in need by
 * themselves then. For forms; members who reach that day stay until somebody ends their membership, and the graph shows
 * the day.
 */
export function assertRole({ role, from, employableFrom }: Pick<Member, 'role' | 'from' | 'employableFrom'>): void {
  if (role !== 'CHILD' || employableFrom === undefined || from <= childUntil(birthDateOf(employableFrom))) return;
  throw new PeopleRefusal(
    'INVALID_INPUT',
    'somebody who is 25 or older is no CHILD of the unit; they form a unit of their own.',
    'role',
  );
}
