import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { currentVersion, ofCase, type Case, type CaseDecision, type StepStatus } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { planOf, withCurrent } from './plan-of.ts';

export type SetPlanStep = { stepId: string; status: StepStatus; changedOn?: string; today: string };

/** What became of a step of the current version. The same again changes nothing, another day of the same status corrects the first. Refused with NO_PLAN or CASE_CLOSED. */
export function setPlanStep(known: Case, { stepId, status, changedOn, today }: SetPlanStep): CaseDecision {
  const plan = planOf(known);
  const current = currentVersion(plan);
  const step = current.steps.find(({ id }) => id === stepId);
  if (!step) throw new Refusal('NOT_FOUND', 'The step was not found in the current version.');
  if (step.status === status && (changedOn ?? step.changedOn) === step.changedOn) return { state: known, events: [] };
  assertCaseOpen(known);
  const on = factDay('changedOn', changedOn, today);
  assertNotBefore('changedOn', on, plan.agreedOn);
  return {
    state: withCurrent(known, plan, {
      ...current,
      steps: current.steps.map((each) => (each === step ? { ...step, status, changedOn: on } : each)),
    }),
    events: [
      {
        type: 'plan.stepChanged',
        data: { ...ofCase(known), planId: plan.id, version: current.version, stepId, status, changedOn: on },
      },
    ],
  };
}
