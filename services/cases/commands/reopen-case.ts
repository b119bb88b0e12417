import { isOpen, ofCase, type Case, type CaseDecision } from '../case.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

/** The way goes on with the same team. Reopening an open case changes nothing; another open case of the person stands against it. */
export function reopenCase(known: Case, { reopenedOn, today }: { reopenedOn: string; today: string }): CaseDecision {
  if (isOpen(known)) return { state: known, events: [] };
  assertNotInFuture('reopenedOn', reopenedOn, today);
  assertNotBefore('reopenedOn', reopenedOn, known.history.at(-1)?.on ?? reopenedOn);
  const { contactId, careTeam } = known;
  return {
    state: { ...known, openFor: known.personId, history: [...known.history, { status: 'OPEN', on: reopenedOn }] },
    events: [{ type: 'case.reopened', data: { ...ofCase(known), contactId, careTeam, reopenedOn } }],
  };
}
