import { isDeepStrictEqual } from 'node:util';
import { later } from '#shared/calendar/days.ts';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { assertHoldsOffer, planContent, type PlanContent } from '../../case/plan-content.ts';
import { currentVersion, planOf, type PlanVersion } from '../../case/plan.ts';
import { reviewDueOn } from '../../law/review-due.ts';

export type UpdatePlan = PlanContent & { updatedOn?: string; today: string };

/**
 * Adds a version to the plan; the old one stays readable. One that says the same as the last changes nothing: that is a
 * review. Refused with NO_PLAN, OFFER_REQUIRED or CASE_CLOSED.
 */
export function updatePlan(state: Case, { updatedOn, today, ...agreed }: UpdatePlan): CaseDecision {
  assertCaseOpen(state);
  const plan = planOf(state);
  const current = currentVersion(plan);
  const on = factDay('updatedOn', updatedOn, today);
  const next: PlanVersion = {
    version: current.version + 1,
    from: on,
    ...planContent(agreed, { from: on, today, before: current.steps }),
  };
  if (isDeepStrictEqual(withoutProgress(next), withoutProgress(current))) return { state, events: [] };
  assertNotBefore('updatedOn', on, current.from);
  assertHoldsOffer(next);
  const { reviewedOn = on } = plan;
  const due = reviewDueOn(later(on, reviewedOn));
  return {
    state: { ...state, plan: { ...plan, versions: [...plan.versions, next], reviewDueOn: due } },
    events: [
      {
        type: 'plan.updated',
        data: { ...ofCase(state), planId: plan.id, version: next.version, updatedOn: on, reviewDueOn: due },
      },
    ],
  };
}

/** Returns what a version says, whatever has become of its steps. */
function withoutProgress({ goal, offer, steps }: PlanVersion): object {
  return { goal, offer, steps: steps.map(({ what, owner, dueOn }) => ({ what, owner, dueOn })) };
}
