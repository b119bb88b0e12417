import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { isOpen, ofCase, type Case, type CaseDecision, type ClosingReason } from '../../case.ts';
import { latestFact } from './latest-fact.ts';

/** Nobody looks after the person in this case any more; nothing happened in it later. The same again changes nothing. Refused with CASE_CLOSED where it was closed otherwise. */
export function closeCase(
  known: Case,
  { closedOn, reason, today }: { closedOn?: string; reason: ClosingReason; today: string },
): CaseDecision {
  const last = known.history.at(-1);
  if (!isOpen(known)) {
    if (last?.reason === reason && (closedOn === undefined || closedOn === last.on))
      return { state: known, events: [] };
    throw new Refusal(
      'CASE_CLOSED',
      `The case was closed on ${last?.on ?? ''} with ${last?.reason ?? ''} already; reopen it first to close it otherwise.`,
    );
  }
  const on = factDay('closedOn', closedOn, today);
  assertNotBefore('closedOn', on, last?.on);
  const fact = latestFact(known);
  if (fact && on < fact.on)
    throw new Refusal(
      'INVALID_INPUT',
      `closedOn: must not be before ${fact.on}, the day of ${fact.what} in this case.`,
    );
  const { openFor: _openFor, ...rest } = known;
  return {
    state: { ...rest, history: [...known.history, { status: 'CLOSED', on, reason }] },
    events: [{ type: 'case.closed', data: { ...ofCase(known), closedOn: on, reason } }],
  };
}
