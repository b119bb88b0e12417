import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { planNeedsOffer } from '../law/plan-offer.ts';
import { assertAtMost, assertPlannable } from '../limits.ts';
import { CaseRefusal } from '../refusal.ts';
import type { PlanGoal, PlanOffer, PlanStep, PlanVersion } from './plan.ts';

/** A step as it is agreed: a new one under `newId`, or with `id` one of the last version, which keeps its status. */
export type AgreedStep = Pick<PlanStep, 'what' | 'owner' | 'dueOn'> & { id?: string; newId: string };
export type PlanContent = { goal: PlanGoal; offer?: PlanOffer; steps: AgreedStep[] };

/** When a version is agreed, and the steps of the last one. */
type Agreement = { from: string; today: string; before?: readonly PlanStep[] };

const MOST_STEPS = 30;

/**
 * Returns what a version of the plan consists of. Refused with INVALID_INPUT, or NOT_FOUND for a step that does not go
 * on from `before`.
 */
export function planContent(
  { goal, offer, steps }: PlanContent,
  agreement: Agreement,
): Pick<PlanVersion, 'goal' | 'offer' | 'steps'> {
  if (steps.length === 0) throw new CaseRefusal('INVALID_INPUT', 'a plan has at least one step.', 'steps');
  assertAtMost(MOST_STEPS, 'steps', steps);
  const planSteps = steps.map((step) => planStep(step, agreement));
  if (new Set(planSteps.map(({ id }) => id)).size < planSteps.length)
    throw new CaseRefusal('INVALID_INPUT', 'each step at most once.', 'steps');
  return { goal: trimmed(goal), ...(offer && { offer: trimmed(offer) }), steps: planSteps };
}

/**
 * Refuses a version without an offer with OFFER_REQUIRED. An offer stands for itself, or is a step of the job centre.
 */
export function assertHoldsOffer({ from, offer, steps }: PlanVersion): void {
  const inSteps = steps.some(({ owner, status }) => owner === 'JOB_CENTRE' && status !== 'DROPPED');
  if (!planNeedsOffer(from) || offer || inSteps) return;
  throw new CaseRefusal(
    'OFFER_REQUIRED',
    'from 1 July 2026 on a plan holds a personal offer of counselling, support or placement (§15(2) SGB II): ' +
      'say it here, or as a step of the job centre.',
    'offer',
  );
}

function trimmed<Words extends PlanGoal | PlanOffer>({ kind, text }: Words): Words {
  // The same fields of the same types.
  return { kind, text: text.trim() } as Words;
}

function planStep({ id, newId, what, owner, dueOn }: AgreedStep, { from, today, before = [] }: Agreement): PlanStep {
  assertPlannable('steps.dueOn', dueOn, today);
  const agreed = { what: what.trim(), owner, dueOn };
  if (id === undefined) {
    assertNotBefore('steps.dueOn', dueOn, from);
    return { id: newId, ...agreed, status: 'OPEN' };
  }
  const continued = before.find((step) => step.id === id);
  if (!continued) throw new CaseRefusal('NOT_FOUND', 'no step of the last version.', 'steps.id');
  return { ...continued, ...agreed };
}
