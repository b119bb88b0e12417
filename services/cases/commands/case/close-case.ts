import { assertNotBefore, factDay } from '#shared/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { isOpen, ofCase, type Case, type CaseDecision, type ClosingReason } from '../../case.ts';

/** Nobody looks after the person in this case any more. The same again changes nothing. Refused with CASE_CLOSED where it was closed otherwise. */
export function closeCase(known: Case, { closedOn, reason, today }: { closedOn?: string; reason: ClosingReason; today: string }): CaseDecision {
  const last = known.history.at(-1);
  if (!isOpen(known)) {
    if (last?.reason === reason && (closedOn === undefined || closedOn === last.on)) return { state: known, events: [] };
    throw new Refusal('CASE_CLOSED', `The case was closed on ${last?.on ?? ''} with ${last?.reason ?? ''} already; reopen it first to close it otherwise.`);
  }
  const on = factDay('closedOn', closedOn, today);
  assertNotBefore('closedOn', on, last?.on);
  const { openFor: _openFor, ...rest } = known;
  return {
    state: { ...rest, history: [...known.history, { status: 'CLOSED', on, reason }] },
    events: [{ type: 'case.closed', data: { ...ofCase(known), closedOn: on, reason } }],
  };
}
