import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { isCaseOpen, ofCase, type Case, type CaseDecision, type ClosingReason } from '../../case/case.ts';
import { latestFact } from '../../case/latest-fact.ts';
import { CaseRefusal } from '../../refusal.ts';

export type CloseCase = { closedOn?: string; reason: ClosingReason; today: string };

/**
 * Closes a case: nobody looks after the person in it any more, and nothing happened in it later. The same again changes
 * nothing. Refused with CASE_CLOSED where it was closed otherwise.
 */
export function closeCase(state: Case, { closedOn, reason, today }: CloseCase): CaseDecision {
  const last = state.history.at(-1);
  if (!isCaseOpen(state)) {
    if (last?.reason === reason && (closedOn === undefined || closedOn === last.on)) return { state, events: [] };
    throw new CaseRefusal(
      'CASE_CLOSED',
      `The case was closed on ${last?.on ?? ''} with ${last?.reason ?? ''} already; ` +
        'reopen it first to close it otherwise.',
    );
  }
  const on = factDay('closedOn', closedOn, today);
  assertNotBefore('closedOn', on, last?.on);
  const fact = latestFact(state);
  if (fact && on < fact.on)
    throw new CaseRefusal(
      'INVALID_INPUT',
      `must not be before ${fact.on}, the day of ${fact.what} in this case.`,
      'closedOn',
    );
  const { openFor: _openFor, ...rest } = state;
  return {
    state: { ...rest, history: [...state.history, { status: 'CLOSED', on, reason }] },
    events: [{ type: 'case.closed', data: { ...ofCase(state), closedOn: on, reason } }],
  };
}
