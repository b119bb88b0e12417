import { connection, type PageArguments } from '#shared/graph/paging.ts';
import { casesFor } from '../access.ts';
import type { AgreedStep } from '../case/plan-content.ts';
import { currentVersion, type Plan } from '../case/plan.ts';
import { agreePlan, type AgreePlan } from '../commands/plan/agree-plan.ts';
import { handOverPlan, type HandOverPlan } from '../commands/plan/hand-over-plan.ts';
import { recordPlanNotAgreed, type RecordPlanNotAgreed } from '../commands/plan/record-plan-not-agreed.ts';
import { reviewPlan, type ReviewPlan } from '../commands/plan/review-plan.ts';
import { setPlanStep, type SetPlanStep } from '../commands/plan/set-plan-step.ts';
import { updatePlan, type UpdatePlan } from '../commands/plan/update-plan.ts';
import type { Context } from '../context.ts';
import { CaseRefusal } from '../refusal.ts';
import { answerCase, type CaseInput } from './change-case.ts';

type Input<Command> = { input: CaseInput<Command> };
type StepInputs = { steps: Omit<AgreedStep, 'newId'>[] };
type DueArguments = { before: string; municipality?: string } & PageArguments;

export const planQueries = {
  plansDueForReview: (_: unknown, { before, municipality, ...page }: DueArguments, { actor, cases }: Context) => {
    const visible = casesFor(actor, municipality);
    if (visible === null) throw new CaseRefusal('FORBIDDEN', 'Plans are for those who look after people.');
    const where = { ...visible, openFor: { from: '' }, 'plan.reviewDueOn': { from: '', before } };
    return connection(cases, { where, sort: { by: 'plan.reviewDueOn', direction: 'asc' } }, page);
  },
};

export const planMutations = {
  agreePlan: (_: unknown, { input }: Input<Omit<AgreePlan, 'planId' | 'steps'> & StepInputs>, context: Context) => {
    const command = { ...input, steps: withIds(input, context), planId: context.newId(), today: context.today };
    return answerCase(input, context, (state) => agreePlan(state, command));
  },
  updatePlan: (_: unknown, { input }: Input<Omit<UpdatePlan, 'steps'> & StepInputs>, context: Context) => {
    const command = { ...input, steps: withIds(input, context), today: context.today };
    return answerCase(input, context, (state) => updatePlan(state, command));
  },
  recordPlanNotAgreed: (_: unknown, { input }: Input<RecordPlanNotAgreed>, context: Context) =>
    answerCase(input, context, (state) => recordPlanNotAgreed(state, { ...input, today: context.today })),
  handOverPlan: (_: unknown, { input }: Input<HandOverPlan>, context: Context) =>
    answerCase(input, context, (state) => handOverPlan(state, { ...input, today: context.today })),
  setPlanStep: (_: unknown, { input }: Input<SetPlanStep>, context: Context) =>
    answerCase(input, context, (state) => setPlanStep(state, { ...input, today: context.today })),
  reviewPlan: (_: unknown, { input }: Input<ReviewPlan>, context: Context) =>
    answerCase(input, context, (state) => reviewPlan(state, { ...input, today: context.today })),
};

export const planFields = {
  current: (plan: Plan) => currentVersion(plan),
  handedOverOn: (plan: Plan) => currentVersion(plan).handedOverOn,
};

/** Returns the steps with ids for those that are new. */
function withIds({ steps }: StepInputs, { newId }: Context): AgreedStep[] {
  return steps.map((step, position) => ({ ...step, newId: newId(`step ${position + 1}`) }));
}
