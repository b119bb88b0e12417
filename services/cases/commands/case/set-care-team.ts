import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case.ts';
import { assertCaseOpen } from './assert-case-open.ts';
import { team, type Team } from './team.ts';

export type SetCareTeam = Team & { changedOn?: string; today: string };

/** Who looks after the person from now on. The same team in another order changes nothing. Refused with CASE_CLOSED or CONTACT_NOT_ON_CARE_TEAM. */
export function setCareTeam(known: Case, { changedOn, today, ...given }: SetCareTeam): CaseDecision {
  assertCaseOpen(known);
  const { contactId, careTeam } = team(given);
  const sameMembers = careTeam.length === known.careTeam.length && careTeam.every((id) => known.careTeam.includes(id));
  if (known.contactId === contactId && sameMembers) return { state: known, events: [] };
  const on = factDay('changedOn', changedOn, today);
  assertNotBefore('changedOn', on, known.openedOn);
  return { state: { ...known, contactId, careTeam }, events: [{ type: 'case.careTeamChanged', data: { ...ofCase(known), contactId, careTeam, changedOn: on } }] };
}
