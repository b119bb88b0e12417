import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { isCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { CaseRefusal } from '../../refusal.ts';

export type ReopenCase = { reopenedOn?: string; today: string };

/**
 * Opens a closed case again, with the same team. Reopening an open case changes nothing. Refused with CASE_ALREADY_OPEN
 * where it is open since another day, or the person has another open case.
 */
export function reopenCase(state: Case, { reopenedOn, today }: ReopenCase): CaseDecision {
  const last = state.history.at(-1);
  if (isCaseOpen(state)) {
    if (reopenedOn === undefined || reopenedOn === last?.on) return { state, events: [] };
    throw new CaseRefusal('CASE_ALREADY_OPEN', `The case is open since ${last?.on ?? ''} already.`);
  }
  const on = factDay('reopenedOn', reopenedOn, today);
  assertNotBefore('reopenedOn', on, last?.on);
  const { contactId, careTeam } = state;
  return {
    state: { ...state, openFor: state.personId, history: [...state.history, { status: 'OPEN', on }] },
    events: [{ type: 'case.reopened', data: { ...ofCase(state), contactId, careTeam, reopenedOn: on } }],
  };
}
