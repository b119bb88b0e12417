import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { isOpen, ofCase, type Case, type CaseDecision } from '../../case.ts';

/** The case is open again, with the same team. Reopening an open case changes nothing. Refused with CASE_ALREADY_OPEN where it is open since another day, or the person has another open case. */
export function reopenCase(known: Case, { reopenedOn, today }: { reopenedOn?: string; today: string }): CaseDecision {
  const last = known.history.at(-1);
  if (isOpen(known)) {
    if (reopenedOn === undefined || reopenedOn === last?.on) return { state: known, events: [] };
    throw new Refusal('CASE_ALREADY_OPEN', `The case is open since ${last?.on ?? ''} already.`);
  }
  const on = factDay('reopenedOn', reopenedOn, today);
  assertNotBefore('reopenedOn', on, last?.on);
  const { contactId, careTeam } = known;
  return {
    state: { ...known, openFor: known.personId, history: [...known.history, { status: 'OPEN', on }] },
    events: [{ type: 'case.reopened', data: { ...ofCase(known), contactId, careTeam, reopenedOn: on } }],
  };
}
