import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import type { NotAgreedReason } from '../../case/plan.ts';

export type RecordPlanNotAgreed = { decidedOn?: string; reason: NotAgreedReason; today: string };

/**
 * Records that nothing could be agreed; what follows from it is decided elsewhere. The same day and reason again change
 * nothing. Refused with CASE_CLOSED.
 */
export function recordPlanNotAgreed(state: Case, { decidedOn, reason, today }: RecordPlanNotAgreed): CaseDecision {
  const on = factDay('decidedOn', decidedOn, today);
  if (state.notAgreed.some((attempt) => attempt.decidedOn === on && attempt.reason === reason))
    return { state, events: [] };
  assertCaseOpen(state);
  assertNotBefore('decidedOn', on, state.openedOn);
  return {
    state: { ...state, notAgreed: [...state.notAgreed, { decidedOn: on, reason }] },
    events: [{ type: 'plan.notAgreed', data: { ...ofCase(state), decidedOn: on, reason } }],
  };
}
