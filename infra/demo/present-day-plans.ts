import { z } from 'zod';
import { daysLater } from '#shared/calendar/days.ts';
import type { DemoActor } from './actor.ts';
import { firstPlan, personAt, type DemoPlay, type PersonWithCase } from './talks.ts';

/**
 * Plays in what becomes of plans: steps that are done or fall away, a new version, a review, and one that did not come
 * about.
 */
export async function changePlans(played: DemoPlay, people: readonly PersonWithCase[]): Promise<void> {
  const { manager, project, done } = played;
  await dropStep(manager, personAt(people, 0));
  await agreeSecondVersion(manager, personAt(people, 8));
  const reviewed = personAt(people, 7);
  await manager.command('reviewPlan', 'case { id }', {
    caseId: reviewed.caseId,
    reviewedOn: daysLater(project.until, -3),
    idempotencyKey: `demo/${reviewed.caseId}/reviewed`,
  });
  const { caseId, openedOn } = personAt(people, 20);
  await manager.command('recordPlanNotAgreed', 'case { id }', {
    caseId,
    reason: 'NO_AGREEMENT_ON_GOAL',
    decidedOn: daysLater(openedOn, 28),
    idempotencyKey: `demo/${caseId}/not-agreed`,
  });
  done();
}

async function dropStep(manager: DemoActor, person: PersonWithCase): Promise<void> {
  const { of, stepIds, agreedOn, key } = await readFirstPlan(manager, person);
  await manager.command('setPlanStep', 'case { id }', {
    ...of,
    stepId: stepIds[1],
    status: 'DROPPED',
    changedOn: daysLater(agreedOn, 6),
    idempotencyKey: `${key}/dropped`,
  });
}

/** Has the first step done, and a second version agreed and handed over. */
async function agreeSecondVersion(manager: DemoActor, person: PersonWithCase): Promise<void> {
  const { of, stepIds, agreedOn, key } = await readFirstPlan(manager, person);
  await manager.command('setPlanStep', 'case { id }', {
    ...of,
    stepId: stepIds[0],
    status: 'DONE',
    changedOn: daysLater(agreedOn, 7),
    idempotencyKey: `${key}/done`,
  });
  const { offer, steps } = firstPlan(agreedOn);
  const updatedOn = daysLater(agreedOn, 14);
  await manager.command('updatePlan', 'case { id }', {
    ...of,
    updatedOn,
    idempotencyKey: `${key}/version-2`,
    goal: { kind: 'QUALIFICATION', text: 'The forklift licence first, then insured work in a warehouse' },
    offer,
    steps: [
      ...steps.map((step, index) => ({ ...step, id: stepIds[index] })),
      { what: 'Begin the course with the forklift licence', owner: 'PROVIDER', dueOn: daysLater(updatedOn, 28) },
    ],
  });
  await manager.command('handOverPlan', 'case { id }', {
    ...of,
    handedOverOn: updatedOn,
    idempotencyKey: `${key}/version-2-handed-over`,
  });
}

const planOf = z.object({
  case: z.object({
    plan: z.object({
      agreedOn: z.string(),
      versions: z.array(z.object({ steps: z.array(z.object({ id: z.string() })) })).min(1),
    }),
  }),
});

/** Reads the steps of the first version, which is the same however often the demo is played. */
async function readFirstPlan(
  { ask }: DemoActor,
  { caseId }: PersonWithCase,
): Promise<{ of: { caseId: string }; stepIds: (string | undefined)[]; agreedOn: string; key: string }> {
  const {
    case: { plan },
  } = planOf.parse(
    await ask('query Plan($id: ID!) { case(id: $id) { plan { agreedOn versions { steps { id } } } } }', { id: caseId }),
  );
  return {
    of: { caseId },
    stepIds: plan.versions[0]?.steps.map(({ id }) => id) ?? [],
    agreedOn: plan.agreedOn,
    key: `demo/${caseId}/plan`,
  };
}
