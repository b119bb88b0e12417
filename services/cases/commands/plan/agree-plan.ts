import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { assertHoldsOffer, planContent, type PlanContent } from '../../case/plan-content.ts';
import type { Plan, PlanVersion } from '../../case/plan.ts';
import { reviewDueOn } from '../../law/review-due.ts';
import { CaseRefusal } from '../../refusal.ts';

export type AgreePlan = PlanContent & { planId: string; agreedOn?: string; today: string };

/**
 * Agrees the first version of a plan. Refused with PLAN_EXISTS, where updating is meant, OFFER_REQUIRED or CASE_CLOSED.
 */
export function agreePlan(state: Case, { planId, agreedOn, today, ...agreed }: AgreePlan): CaseDecision {
  if (state.plan?.id === planId) return { state, events: [] };
  assertCaseOpen(state);
  if (state.plan) throw new CaseRefusal('PLAN_EXISTS', 'There is a plan already; update it.');
  const on = factDay('agreedOn', agreedOn, today);
  assertNotBefore('agreedOn', on, state.openedOn);
  const first: PlanVersion = { version: 1, from: on, ...planContent(agreed, { from: on, today }) };
  assertHoldsOffer(first);
  const plan: Plan = { id: planId, agreedOn: on, versions: [first], reviewDueOn: reviewDueOn(on) };
  return {
    state: { ...state, plan },
    events: [
      {
        type: 'plan.agreed',
        data: { ...ofCase(state), planId, version: 1, agreedOn: on, reviewDueOn: plan.reviewDueOn },
      },
    ],
  };
}
