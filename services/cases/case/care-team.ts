import { assertAtMost } from '../limits.ts';
import type { Project } from '../project/project.ts';
import { CaseRefusal } from '../refusal.ts';
import type { Case } from './case.ts';

/** The named contact, and everybody who looks after the person. */
export type NamedTeam = Pick<Case, 'contactId' | 'careTeam'>;

/**
 * The users who can be named. There is no directory of users: known are the case managers of the project, the caller,
 * and the members of the present team.
 */
export type Colleagues = { project: Pick<Project, 'caseManagerIds'>; actingId: string; alreadyOn?: readonly string[] };

const MOST_MEMBERS = 20;

/**
 * Returns the care team with everybody on it once. The person has one named contact (§14(3) SGB II), who is on the
 * team. A mistyped user id would leave the person without anybody who looks after them. Refused with
 * CONTACT_NOT_ON_CARE_TEAM or UNKNOWN_CASE_MANAGER.
 */
export function careTeamOf(named: NamedTeam, { project, actingId, alreadyOn = [] }: Colleagues): NamedTeam {
  const careTeam = [...new Set(named.careTeam)];
  assertAtMost(MOST_MEMBERS, 'careTeam', careTeam);
  if (!careTeam.includes(named.contactId))
    throw new CaseRefusal('CONTACT_NOT_ON_CARE_TEAM', 'The named contact has to be on the care team.');
  const colleagues = new Set([...project.caseManagerIds, actingId, ...alreadyOn]);
  const unknown = careTeam.filter((id) => !colleagues.has(id)).map((id) => `"${id}"`);
  if (unknown.length > 0)
    throw new CaseRefusal(
      'UNKNOWN_CASE_MANAGER',
      `not a case manager of the project: ${unknown.join(', ')}. A team lead adds people to the project first.`,
      'careTeam',
    );
  return { contactId: named.contactId, careTeam };
}
