import { Refusal } from '#shared/refusal.ts';
import type { Project } from '../../project.ts';
import { assertAtMost } from '../assert-list.ts';

export type Team = { contactId: string; careTeam: string[] };
/** The users who can be named. There is no directory of users: known are the case managers of the project, the caller, and the members of the present team. */
export type Colleagues = { project: Pick<Project, 'caseManagerIds'>; actingId: string; alreadyOn?: readonly string[] };

const MOST = 20;

/**
 * The person has one named contact (§14(3) SGB II), who is on the team; everybody is on it once. A mistyped
 * user id would leave the person without anybody who looks after them. Refused with CONTACT_NOT_ON_CARE_TEAM or UNKNOWN_CASE_MANAGER.
 */
export function team({ contactId, careTeam }: Team, { project, actingId, alreadyOn = [] }: Colleagues): Team {
  const members = [...new Set(careTeam)];
  assertAtMost(MOST, 'careTeam', members);
  if (!members.includes(contactId))
    throw new Refusal('CONTACT_NOT_ON_CARE_TEAM', 'The named contact has to be on the care team.');
  const known = new Set([...project.caseManagerIds, actingId, ...alreadyOn]);
  const unknown = members.filter((id) => !known.has(id));
  if (unknown.length > 0)
    throw new Refusal(
      'UNKNOWN_CASE_MANAGER',
      `careTeam: not a case manager of the project: ${unknown.map((id) => `"${id}"`).join(', ')}. A team lead adds people to the project first.`,
    );
  return { contactId, careTeam: members };
}
