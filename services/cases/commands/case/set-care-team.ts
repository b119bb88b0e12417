import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision } from '../../case.ts';
import { assertCaseOpen } from './assert-case-open.ts';
import { team, type Colleagues, type Team } from './team.ts';

export type SetCareTeam = Team & Omit<Colleagues, 'alreadyOn'> & { changedOn?: string; today: string };

/** Replaces the care team. The same team in another order changes nothing. Refused with CASE_CLOSED, CONTACT_NOT_ON_CARE_TEAM or UNKNOWN_CASE_MANAGER. */
export function setCareTeam(known: Case, { project, actingId, changedOn, today, ...given }: SetCareTeam): CaseDecision {
  assertCaseOpen(known);
  const { contactId, careTeam } = team(given, { project, actingId, alreadyOn: known.careTeam });
  const sameMembers = careTeam.length === known.careTeam.length && careTeam.every((id) => known.careTeam.includes(id));
  if (known.contactId === contactId && sameMembers) return { state: known, events: [] };
  const on = factDay('changedOn', changedOn, today);
  assertNotBefore('changedOn', on, known.openedOn);
  return {
    state: { ...known, contactId, careTeam },
    events: [{ type: 'case.careTeamChanged', data: { ...ofCase(known), contactId, careTeam, changedOn: on } }],
  };
}
