import { Refusal } from '#shared/refusal.ts';
import { currentVersion, ofCase, type Case, type CaseDecision, type StepStatus } from '../case.ts';
import { planOf } from './agree-plan.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';
import { reviewDueOn } from './review-due.ts';

/** The person has the current version in text form (§15(2) SGB II). Handing over twice changes nothing. */
export function handOverPlan(known: Case, { handedOverOn, today }: { handedOverOn: string; today: string }): CaseDecision {
  const plan = planOf(known);
  if (plan.handedOverOn !== undefined) return { state: known, events: [] };
  assertNotInFuture('handedOverOn', handedOverOn, today);
  assertNotBefore('handedOverOn', handedOverOn, currentVersion(plan).from);
  return {
    state: { ...known, plan: { ...plan, handedOverOn } },
    events: [{ type: 'plan.handedOver', data: { ...ofCase(known), planId: plan.id, version: currentVersion(plan).version, handedOverOn } }],
  };
}

/** What became of a step of the current version. */
export function setPlanStep(known: Case, { stepId, status, on, today }: { stepId: string; status: StepStatus; on: string; today: string }): CaseDecision {
  const plan = planOf(known);
  const current = currentVersion(plan);
  const step = current.steps.find(({ id }) => id === stepId);
  if (!step) throw new Refusal('NOT_FOUND', 'The step was not found in the current version.');
  if (step.status === status) return { state: known, events: [] };
  assertNotInFuture('changedOn', on, today);
  const steps = current.steps.map((each) => (each === step ? { ...step, status } : each));
  return {
    state: { ...known, plan: { ...plan, versions: [...plan.versions.slice(0, -1), { ...current, steps }] } },
    events: [{ type: 'plan.stepChanged', data: { ...ofCase(known), planId: plan.id, version: current.version, stepId, status, changedOn: on } }],
  };
}

/** Looked at together and left as it is; the next review is due six months later. */
export function reviewPlan(known: Case, { reviewedOn, today }: { reviewedOn: string; today: string }): CaseDecision {
  const plan = planOf(known);
  if (plan.reviewedOn === reviewedOn) return { state: known, events: [] };
  assertNotInFuture('reviewedOn', reviewedOn, today);
  assertNotBefore('reviewedOn', reviewedOn, plan.reviewedOn ?? currentVersion(plan).from);
  const due = reviewDueOn(reviewedOn);
  return {
    state: { ...known, plan: { ...plan, reviewedOn, reviewDueOn: due } },
    events: [{ type: 'plan.reviewed', data: { ...ofCase(known), planId: plan.id, version: currentVersion(plan).version, reviewedOn, reviewDueOn: due } }],
  };
}
