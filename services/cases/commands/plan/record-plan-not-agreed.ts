import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { ofCase, type Case, type CaseDecision, type NotAgreedReason } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';

/** Nothing could be agreed; what follows from it is decided elsewhere. The same day and reason again change nothing. Refused with CASE_CLOSED. */
export function recordPlanNotAgreed(
  known: Case,
  { decidedOn, reason, today }: { decidedOn?: string; reason: NotAgreedReason; today: string },
): CaseDecision {
  const on = factDay('decidedOn', decidedOn, today);
  if (known.notAgreed.some((each) => each.decidedOn === on && each.reason === reason))
    return { state: known, events: [] };
  assertCaseOpen(known);
  assertNotBefore('decidedOn', on, known.openedOn);
  return {
    state: { ...known, notAgreed: [...known.notAgreed, { decidedOn: on, reason }] },
    events: [{ type: 'plan.notAgreed', data: { ...ofCase(known), decidedOn: on, reason } }],
  };
}
