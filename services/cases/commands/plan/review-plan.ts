import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { currentVersion, planOf } from '../../case/plan.ts';
import { reviewDueOn } from '../../law/review-due.ts';

export type ReviewPlan = { reviewedOn?: string; today: string };

/**
 * Records that the plan was looked at together and left as it is; then the next review is due. Twice on one day changes
 * nothing. Refused with NO_PLAN or CASE_CLOSED.
 */
export function reviewPlan(state: Case, { reviewedOn, today }: ReviewPlan): CaseDecision {
  const plan = planOf(state);
  const { version, from } = currentVersion(plan);
  const on = factDay('reviewedOn', reviewedOn, today);
  if (plan.reviewedOn === on) return { state, events: [] };
  assertCaseOpen(state);
  assertNotBefore('reviewedOn', on, from);
  assertNotBefore('reviewedOn', on, plan.reviewedOn);
  const due = reviewDueOn(on);
  return {
    state: { ...state, plan: { ...plan, reviewedOn: on, reviewDueOn: due } },
    events: [
      { type: 'plan.reviewed', data: { ...ofCase(state), planId: plan.id, version, reviewedOn: on, reviewDueOn: due } },
    ],
  };
}
