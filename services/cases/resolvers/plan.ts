import { connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { casesFor } from '../access.ts';
import { currentVersion, type Plan, type PlanStep } from '../case.ts';
import { agreePlan, recordNotAgreed, updatePlan } from '../commands/agree-plan.ts';
import { handOverPlan, reviewPlan, setPlanStep } from '../commands/follow-plan.ts';
import type { Context } from '../context.ts';
import { changeCase } from './case.ts';
import type { AgreePlanInput, HandOverInput, NotAgreedInput, ReviewInput, StepInput, StepStatusInput, UpdatePlanInput } from './inputs.ts';

export const planQueries = {
  plansDueForReview: (_: unknown, { before, municipality, ...page }: { before: string; municipality?: string | null } & PageArguments, { actor, cases }: Context) => {
    const mine = casesFor(actor);
    if (mine === null) throw new Refusal('FORBIDDEN', 'Plans are for those who look after people.');
    const where = { ...mine, openFor: { from: '' }, 'plan.reviewDueOn': { from: '', before } };
    return connection(cases, { where, sort: { by: 'plan.reviewDueOn', direction: 'asc' }, visible: (known) => typeof municipality !== 'string' || known.municipality === municipality }, page);
  },
};

export const planMutations = {
  agreePlan: (_: unknown, { input }: { input: AgreePlanInput }, context: Context) => {
    const content = { goal: { kind: input.goal.kind, text: input.goal.text.trim() }, steps: newSteps(input, context) };
    return changeCase(input, context, (known) => agreePlan(known, { ...content, planId: context.newId(input), agreedOn: input.agreedOn ?? context.today, today: context.today }));
  },
  updatePlan: (_: unknown, { input }: { input: UpdatePlanInput }, context: Context) => {
    const content = { goal: { kind: input.goal.kind, text: input.goal.text.trim() }, steps: newSteps(input, context) };
    return changeCase(input, context, (known) => updatePlan(known, { ...content, updatedOn: input.updatedOn ?? context.today, today: context.today }));
  },
  recordPlanNotAgreed: (_: unknown, { input }: { input: NotAgreedInput }, context: Context) =>
    changeCase(input, context, (known) => recordNotAgreed(known, { reason: input.reason, decidedOn: input.decidedOn ?? context.today, today: context.today })),
  handOverPlan: (_: unknown, { input }: { input: HandOverInput }, context: Context) =>
    changeCase(input, context, (known) => handOverPlan(known, { handedOverOn: input.handedOverOn ?? context.today, today: context.today })),
  setPlanStep: (_: unknown, { input }: { input: StepStatusInput }, context: Context) =>
    changeCase(input, context, (known) => setPlanStep(known, { stepId: input.stepId, status: input.status, on: input.changedOn ?? context.today, today: context.today })),
  reviewPlan: (_: unknown, { input }: { input: ReviewInput }, context: Context) =>
    changeCase(input, context, (known) => reviewPlan(known, { reviewedOn: input.reviewedOn ?? context.today, today: context.today })),
};

export const planFields = { current: (plan: Plan) => currentVersion(plan) };

function newSteps(input: Repeatable & { steps: StepInput[] }, { newId }: Context): PlanStep[] {
  return input.steps.map(({ what, owner, dueOn }, position) => ({ id: newId(input, `step ${position + 1}`), what: what.trim(), owner, dueOn, status: 'OPEN' }));
}
