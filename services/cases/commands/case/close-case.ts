import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { isOpen, ofCase, type Case, type CaseDecision, type ClosingReason } from '../../case.ts';

/** Nobody looks after the person in this case any more. Closing twice changes nothing. */
export function closeCase(known: Case, { closedOn, reason, today }: { closedOn?: string; reason: ClosingReason; today: string }): CaseDecision {
  if (!isOpen(known)) return { state: known, events: [] };
  const on = factDay('closedOn', closedOn, today);
  assertNotBefore('closedOn', on, known.history.at(-1)?.on);
  const { openFor: _openFor, ...rest } = known;
  return {
    state: { ...rest, history: [...known.history, { status: 'CLOSED', on, reason }] },
    events: [{ type: 'case.closed', data: { ...ofCase(known), closedOn: on, reason } }],
  };
}
