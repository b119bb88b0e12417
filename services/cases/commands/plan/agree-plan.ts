import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Case, type CaseDecision, type Plan, type PlanVersion } from '../../case.ts';
import { reviewDueOn } from '../../law/review-due.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { assertHoldsOffer, content, type Content } from './content.ts';

export type AgreePlan = Content & { planId: string; agreedOn?: string; today: string };

/** The first version. Refused with PLAN_EXISTS, where updating is meant, OFFER_REQUIRED or CASE_CLOSED. */
export function agreePlan(known: Case, { planId, agreedOn, today, ...given }: AgreePlan): CaseDecision {
  if (known.plan?.id === planId) return { state: known, events: [] };
  assertCaseOpen(known);
  if (known.plan) throw new Refusal('PLAN_EXISTS', 'There is a plan already; update it.');
  const on = factDay('agreedOn', agreedOn, today);
  assertNotBefore('agreedOn', on, known.openedOn);
  const first: PlanVersion = { version: 1, from: on, ...content(given, { from: on, today }) };
  assertHoldsOffer(first);
  const plan: Plan = { id: planId, agreedOn: on, versions: [first], reviewDueOn: reviewDueOn(on) };
  return {
    state: { ...known, plan },
    events: [
      {
        type: 'plan.agreed',
        data: { ...ofCase(known), planId, version: 1, agreedOn: on, reviewDueOn: plan.reviewDueOn },
      },
    ],
  };
}
