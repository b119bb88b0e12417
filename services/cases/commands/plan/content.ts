import { assertNotBefore } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { PlanGoal, PlanOffer, PlanStep, PlanVersion } from '../../case.ts';
import { planNeedsOffer } from '../../law/plan-offer.ts';
import { assertAtMost } from '../assert-list.ts';
import { assertPlannable } from '../plannable-day.ts';

/** A step as it is agreed: a new one under `newId`, or with `id` one of the last version, which keeps its status. */
export type StepAgreed = Pick<PlanStep, 'what' | 'owner' | 'dueOn'> & { id?: string; newId: string };
export type Content = { goal: PlanGoal; offer?: PlanOffer; steps: StepAgreed[] };

/** When a version is agreed, and the steps of the last one. */
type Agreed = { from: string; today: string; before?: readonly PlanStep[] };

const MOST_STEPS = 30;

/** What a version of the plan consists of. Refused with INVALID_INPUT, or NOT_FOUND for a step that does not go on from `before`. */
export function content(
  { goal, offer, steps }: Content,
  agreed: Agreed,
): Pick<PlanVersion, 'goal' | 'offer' | 'steps'> {
  if (steps.length === 0) throw new Refusal('INVALID_INPUT', 'steps: a plan has at least one step.');
  assertAtMost(MOST_STEPS, 'steps', steps);
  const inVersion = steps.map((step) => stepOf(step, agreed));
  if (new Set(inVersion.map(({ id }) => id)).size < inVersion.length)
    throw new Refusal('INVALID_INPUT', 'steps: each step at most once.');
  return { goal: inWords(goal), ...(offer && { offer: inWords(offer) }), steps: inVersion };
}

/** The offer stands for itself, or as a step that the job centre is to do. Refused with OFFER_REQUIRED. */
export function assertHoldsOffer({ from, offer, steps }: PlanVersion): void {
  if (
    !planNeedsOffer(from) ||
    offer ||
    steps.some(({ owner, status }) => owner === 'JOB_CENTRE' && status !== 'DROPPED')
  )
    return;
  throw new Refusal(
    'OFFER_REQUIRED',
    'offer: from 1 July 2026 on a plan holds a personal offer of counselling, support or placement (§15(2) SGB II): say it here, or as a step of the job centre.',
  );
}

function inWords<Said extends PlanGoal | PlanOffer>({ kind, text }: Said): Said {
  // The same fields of the same types.
  return { kind, text: text.trim() } as Said;
}

function stepOf({ id, newId, what, owner, dueOn }: StepAgreed, { from, today, before = [] }: Agreed): PlanStep {
  assertPlannable('steps.dueOn', dueOn, today);
  const text = { what: what.trim(), owner, dueOn };
  if (id === undefined) {
    assertNotBefore('steps.dueOn', dueOn, from);
    return { id: newId, ...text, status: 'OPEN' };
  }
  const goesOn = before.find((step) => step.id === id);
  if (!goesOn) throw new Refusal('NOT_FOUND', 'steps.id: no step of the last version.');
  return { ...goesOn, ...text };
}
