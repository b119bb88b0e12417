import { connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { casesFor } from '../access.ts';
import { currentVersion, type Plan } from '../case.ts';
import { agreePlan, type AgreePlan } from '../commands/plan/agree-plan.ts';
import type { StepAgreed } from '../commands/plan/content.ts';
import { handOverPlan } from '../commands/plan/hand-over-plan.ts';
import { recordPlanNotAgreed } from '../commands/plan/record-plan-not-agreed.ts';
import { reviewPlan } from '../commands/plan/review-plan.ts';
import { setPlanStep } from '../commands/plan/set-plan-step.ts';
import { updatePlan, type UpdatePlan } from '../commands/plan/update-plan.ts';
import type { Context } from '../context.ts';
import { changeCase, onCase, type OfCase } from './change-case.ts';
import { commandOf, type Sent } from './command-of.ts';

type DueArguments = { before: string; municipality?: string | null } & PageArguments;
type SentSteps = { steps: Sent<StepAgreed, 'newId'>[] };
type AgreeInput = OfCase & Omit<Sent<AgreePlan, 'planId'>, 'steps'> & SentSteps;
type UpdateInput = OfCase & Omit<Sent<UpdatePlan>, 'steps'> & SentSteps;

export const planQueries = {
  plansDueForReview: (_: unknown, { before, municipality, ...page }: DueArguments, { actor, cases }: Context) => {
    const mine = casesFor(actor, municipality ?? undefined);
    if (mine === null) throw new Refusal('FORBIDDEN', 'Plans are for those who look after people.');
    const where = { ...mine, openFor: { from: '' }, 'plan.reviewDueOn': { from: '', before } };
    return connection(cases, { where, sort: { by: 'plan.reviewDueOn', direction: 'asc' } }, page);
  },
};

export const planMutations = {
  agreePlan: (_: unknown, { input }: { input: AgreeInput }, context: Context) => {
    const command = commandOf<AgreePlan, 'planId'>({ ...input, steps: withIds(input, context) }, context, {
      planId: context.newId(),
    });
    return changeCase(input, context, (known) => agreePlan(known, command));
  },
  updatePlan: (_: unknown, { input }: { input: UpdateInput }, context: Context) => {
    const command = commandOf<UpdatePlan>({ ...input, steps: withIds(input, context) }, context, {});
    return changeCase(input, context, (known) => updatePlan(known, command));
  },
  recordPlanNotAgreed: onCase(recordPlanNotAgreed),
  handOverPlan: onCase(handOverPlan),
  setPlanStep: onCase(setPlanStep),
  reviewPlan: onCase(reviewPlan),
};

export const planFields = {
  current: (plan: Plan) => currentVersion(plan),
  handedOverOn: (plan: Plan) => currentVersion(plan).handedOverOn,
};

/** Ids for steps that are new. */
function withIds(input: OfCase & SentSteps, { newId }: Context): Sent<UpdatePlan>['steps'] {
  return input.steps.map((step, position) => ({ ...step, newId: newId(`step ${position + 1}`) }));
}
