import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Case, type CaseDecision } from '../case.ts';
import { assertCaseOpen } from './assert-case-open.ts';

export type Team = { contactId: string; careTeam: string[] };

/** The person has one named contact (§14(3) SGB II), who is on the team. */
export function assertTeam({ contactId, careTeam }: Team): void {
  if (!careTeam.includes(contactId)) throw new Refusal('CONTACT_NOT_ON_CARE_TEAM', 'The named contact has to be on the care team.');
}

/** Who looks after the person from now on. */
export function setCareTeam(known: Case, { contactId, careTeam, on }: Team & { on: string }): CaseDecision {
  assertCaseOpen(known);
  assertTeam({ contactId, careTeam });
  if (known.contactId === contactId && isDeepStrictEqual(known.careTeam, careTeam)) return { state: known, events: [] };
  return { state: { ...known, contactId, careTeam }, events: [{ type: 'case.careTeamChanged', data: { ...ofCase(known), contactId, careTeam, changedOn: on } }] };
}
