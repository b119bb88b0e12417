import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { currentVersion, ofCase, type Case, type CaseDecision } from '../../case.ts';
import { reviewDueOn } from '../../law/review-due.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { planOf } from './plan-of.ts';

/** Looked at together and left as it is; then the next review is due. Twice on one day changes nothing. Refused with NO_PLAN or CASE_CLOSED. */
export function reviewPlan(known: Case, { reviewedOn, today }: { reviewedOn?: string; today: string }): CaseDecision {
  const plan = planOf(known);
  const { version, from } = currentVersion(plan);
  const on = factDay('reviewedOn', reviewedOn, today);
  if (plan.reviewedOn === on) return { state: known, events: [] };
  assertCaseOpen(known);
  assertNotBefore('reviewedOn', on, from);
  assertNotBefore('reviewedOn', on, plan.reviewedOn);
  const due = reviewDueOn(on);
  return {
    state: { ...known, plan: { ...plan, reviewedOn: on, reviewDueOn: due } },
    events: [
      { type: 'plan.reviewed', data: { ...ofCase(known), planId: plan.id, version, reviewedOn: on, reviewDueOn: due } },
    ],
  };
}
