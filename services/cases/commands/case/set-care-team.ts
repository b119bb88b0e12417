import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { careTeamOf, type Colleagues, type NamedTeam } from '../../case/care-team.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';

export type SetCareTeam = NamedTeam & Omit<Colleagues, 'alreadyOn'> & { changedOn?: string; today: string };

/**
 * Replaces the care team. The same team in another order changes nothing.
 * Refused with CASE_CLOSED, CONTACT_NOT_ON_CARE_TEAM or UNKNOWN_CASE_MANAGER.
 */
export function setCareTeam(state: Case, { project, actingId, changedOn, today, ...named }: SetCareTeam): CaseDecision {
  assertCaseOpen(state);
  const { contactId, careTeam } = careTeamOf(named, { project, actingId, alreadyOn: state.careTeam });
  const sameMembers = careTeam.length === state.careTeam.length && careTeam.every((id) => state.careTeam.includes(id));
  if (state.contactId === contactId && sameMembers) return { state, events: [] };
  const on = factDay('changedOn', changedOn, today);
  assertNotBefore('changedOn', on, state.openedOn);
  return {
    state: { ...state, contactId, careTeam },
    events: [{ type: 'case.careTeamChanged', data: { ...ofCase(state), contactId, careTeam, changedOn: on } }],
  };
}
