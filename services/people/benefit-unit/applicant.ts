import { PeopleRefusal } from '../refusal.ts';
import { overlap } from './benefit-months.ts';
import type { Member } from './benefit-unit.ts';

/** True when somebody else applied for the unit during the time of this membership. */
export function hasOtherApplicant(members: readonly Member[], { personId, ...time }: Omit<Member, 'role'>): boolean {
  return members.some(
    (member) => member.role === 'APPLICANT' && member.personId !== personId && overlap(member, time) !== undefined,
  );
}

/** Refuses a second applicant at a time: one person applies for all of the unit (§38 SGB II). */
export function assertOneApplicant(members: readonly Member[], joining: Member): void {
  if (joining.role === 'APPLICANT' && hasOtherApplicant(members, joining))
    throw new PeopleRefusal('SECOND_APPLICANT', 'somebody else applied for the unit in that time.', 'role');
}
