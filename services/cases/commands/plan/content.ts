import { assertNotBefore } from '#shared/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import type { PlanGoal, PlanStep, PlanVersion } from '../../case.ts';
import { assertAtMost } from '../assert-list.ts';

/** A step as it is agreed: a new one under `newId`, or `id`, one of the last version that goes on with its status. */
export type StepAgreed = Pick<PlanStep, 'what' | 'owner' | 'dueOn'> & { id?: string; newId: string };
export type Content = { goal: PlanGoal; steps: StepAgreed[] };

const MOST_STEPS = 30;

/** What a version of the plan consists of. Refused with INVALID_INPUT, or NOT_FOUND for a step that does not go on from `before`. */
export function content({ goal, steps }: Content, from: string, before: readonly PlanStep[] = []): Pick<PlanVersion, 'goal' | 'steps'> {
  if (steps.length === 0) throw new Refusal('INVALID_INPUT', 'steps: a plan has at least one step.');
  assertAtMost(MOST_STEPS, 'steps', steps);
  const agreed = steps.map((step) => stepOf(step, from, before));
  if (new Set(agreed.map(({ id }) => id)).size < agreed.length) throw new Refusal('INVALID_INPUT', 'steps: each step at most once.');
  return { goal: { kind: goal.kind, text: goal.text.trim() }, steps: agreed };
}

function stepOf({ id, newId, what, owner, dueOn }: StepAgreed, from: string, before: readonly PlanStep[]): PlanStep {
  const text = { what: what.trim(), owner, dueOn };
  if (id === undefined) {
    assertNotBefore('steps.dueOn', dueOn, from);
    return { id: newId, ...text, status: 'OPEN' };
  }
  const goesOn = before.find((step) => step.id === id);
  if (!goesOn) throw new Refusal('NOT_FOUND', 'steps.id: no step of the last version.');
  return { ...goesOn, ...text };
}
