import { Refusal } from '#shared/refusal.ts';
import { assertAtMost } from '../assert-list.ts';

export type Team = { contactId: string; careTeam: string[] };

const MOST = 20;

/** The person has one named contact (§14(3) SGB II), who is on the team; everybody is on it once. */
export function team({ contactId, careTeam }: Team): Team {
  const members = [...new Set(careTeam)];
  assertAtMost(MOST, 'careTeam', members);
  if (!members.includes(contactId)) throw new Refusal('CONTACT_NOT_ON_CARE_TEAM', 'The named contact has to be on the care team.');
  return { contactId, careTeam: members };
}
