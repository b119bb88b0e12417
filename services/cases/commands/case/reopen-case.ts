import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { isOpen, ofCase, type Case, type CaseDecision } from '../../case.ts';

/** The way goes on with the same team. Reopening an open case changes nothing; another open case of the person stands against it. */
export function reopenCase(known: Case, { reopenedOn, today }: { reopenedOn?: string; today: string }): CaseDecision {
  if (isOpen(known)) return { state: known, events: [] };
  const on = factDay('reopenedOn', reopenedOn, today);
  assertNotBefore('reopenedOn', on, known.history.at(-1)?.on);
  const { contactId, careTeam } = known;
  return {
    state: { ...known, openFor: known.personId, history: [...known.history, { status: 'OPEN', on }] },
    events: [{ type: 'case.reopened', data: { ...ofCase(known), contactId, careTeam, reopenedOn: on } }],
  };
}
