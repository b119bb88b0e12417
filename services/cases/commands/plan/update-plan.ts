import { isDeepStrictEqual } from 'node:util';
import { later } from '#shared/calendar/days.ts';
import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { currentVersion, ofCase, type Case, type CaseDecision, type PlanVersion } from '../../case.ts';
import { reviewDueOn } from '../../law/review-due.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { assertHoldsOffer, content, type Content } from './content.ts';
import { planOf } from './plan-of.ts';

export type UpdatePlan = Content & { updatedOn?: string; today: string };

/** A new version; the old one stays readable. One that says the same as the last changes nothing: that is a review. Refused with NO_PLAN, OFFER_REQUIRED or CASE_CLOSED. */
export function updatePlan(known: Case, { updatedOn, today, ...given }: UpdatePlan): CaseDecision {
  assertCaseOpen(known);
  const plan = planOf(known);
  const current = currentVersion(plan);
  const on = factDay('updatedOn', updatedOn, today);
  const next: PlanVersion = {
    version: current.version + 1,
    from: on,
    ...content(given, { from: on, today, before: current.steps }),
  };
  if (isDeepStrictEqual(saying(next), saying(current))) return { state: known, events: [] };
  assertNotBefore('updatedOn', on, current.from);
  assertHoldsOffer(next);
  const { reviewedOn = on } = plan;
  const due = reviewDueOn(later(on, reviewedOn));
  return {
    state: { ...known, plan: { ...plan, versions: [...plan.versions, next], reviewDueOn: due } },
    events: [
      {
        type: 'plan.updated',
        data: { ...ofCase(known), planId: plan.id, version: next.version, updatedOn: on, reviewDueOn: due },
      },
    ],
  };
}

/** What a version says, whatever has become of its steps. */
function saying({ goal, offer, steps }: PlanVersion): object {
  return { goal, offer, steps: steps.map(({ what, owner, dueOn }) => ({ what, owner, dueOn })) };
}
