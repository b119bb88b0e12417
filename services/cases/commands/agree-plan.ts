import { Refusal } from '#shared/refusal.ts';
import { currentVersion, ofCase, type Case, type CaseDecision, type NotAgreedReason, type Plan, type PlanVersion } from '../case.ts';
import { assertCaseOpen } from './assert-case-open.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';
import { reviewDueOn } from './review-due.ts';

type Content = Pick<PlanVersion, 'goal' | 'steps'>;

/** The first version. Refused with PLAN_EXISTS, where updating is meant. */
export function agreePlan(known: Case, { planId, agreedOn, today, ...content }: Content & { planId: string; agreedOn: string; today: string }): CaseDecision {
  assertCaseOpen(known);
  if (known.plan?.id === planId) return { state: known, events: [] };
  if (known.plan) throw new Refusal('PLAN_EXISTS', 'There is a plan already; update it.');
  assertNotInFuture('agreedOn', agreedOn, today);
  const plan: Plan = { id: planId, agreedOn, versions: [{ version: 1, from: agreedOn, ...content }], reviewDueOn: reviewDueOn(agreedOn) };
  return { state: { ...known, plan }, events: [{ type: 'plan.agreed', data: { ...ofCase(known), planId, version: 1, agreedOn, reviewDueOn: plan.reviewDueOn } }] };
}

/** A new version; the old one stays readable. */
export function updatePlan(known: Case, { updatedOn, today, ...content }: Content & { updatedOn: string; today: string }): CaseDecision {
  assertCaseOpen(known);
  const plan = planOf(known);
  assertNotInFuture('updatedOn', updatedOn, today);
  assertNotBefore('updatedOn', updatedOn, currentVersion(plan).from);
  const version = currentVersion(plan).version + 1;
  const { handedOverOn: _handedOverOn, ...kept } = plan;
  const after: Plan = { ...kept, versions: [...plan.versions, { version, from: updatedOn, ...content }], reviewDueOn: reviewDueOn(updatedOn) };
  return { state: { ...known, plan: after }, events: [{ type: 'plan.updated', data: { ...ofCase(known), planId: plan.id, version, updatedOn, reviewDueOn: after.reviewDueOn } }] };
}

/** Nothing could be agreed; what follows from it is decided elsewhere. */
export function recordNotAgreed(known: Case, { decidedOn, reason, today }: { decidedOn: string; reason: NotAgreedReason; today: string }): CaseDecision {
  assertCaseOpen(known);
  if (known.notAgreed.some((each) => each.decidedOn === decidedOn && each.reason === reason)) return { state: known, events: [] };
  assertNotInFuture('decidedOn', decidedOn, today);
  return { state: { ...known, notAgreed: [...known.notAgreed, { decidedOn, reason }] }, events: [{ type: 'plan.notAgreed', data: { ...ofCase(known), decidedOn, reason } }] };
}

export function planOf(known: Case): Plan {
  if (!known.plan) throw new Refusal('NO_PLAN', 'There is no plan in this case yet.');
  return known.plan;
}
