import { isOpen, ofCase, type Case, type CaseDecision, type ClosingReason } from '../case.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

/** Nobody looks after the person in this case any more. Closing twice changes nothing. */
export function closeCase(known: Case, { closedOn, reason, today }: { closedOn: string; reason: ClosingReason; today: string }): CaseDecision {
  if (!isOpen(known)) return { state: known, events: [] };
  assertNotInFuture('closedOn', closedOn, today);
  assertNotBefore('closedOn', closedOn, known.history.at(-1)?.on ?? closedOn);
  const { openFor: _openFor, ...rest } = known;
  return {
    state: { ...rest, history: [...known.history, { status: 'CLOSED', on: closedOn, reason }] },
    events: [{ type: 'case.closed', data: { ...ofCase(known), closedOn, reason } }],
  };
}
