import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { currentVersion, planOf, replaceCurrentVersion, type PlanStep } from '../../case/plan.ts';
import { CaseRefusal } from '../../refusal.ts';

export type SetPlanStep = { stepId: string; status: PlanStep['status']; changedOn?: string; today: string };

/**
 * Records what became of a step of the current version. The same again changes nothing, another day of the same status
 * corrects the first. Refused with NO_PLAN or CASE_CLOSED.
 */
export function setPlanStep(state: Case, { stepId, status, changedOn, today }: SetPlanStep): CaseDecision {
  const plan = planOf(state);
  const current = currentVersion(plan);
  const step = current.steps.find(({ id }) => id === stepId);
  if (!step) throw new CaseRefusal('NOT_FOUND', 'The step was not found in the current version.');
  if (step.status === status && (changedOn ?? step.changedOn) === step.changedOn) return { state, events: [] };
  assertCaseOpen(state);
  const on = factDay('changedOn', changedOn, today);
  assertNotBefore('changedOn', on, plan.agreedOn);
  const steps = current.steps.map((each) => (each === step ? { ...step, status, changedOn: on } : each));
  return {
    state: { ...state, plan: replaceCurrentVersion(plan, { ...current, steps }) },
    events: [
      {
        type: 'plan.stepChanged',
        data: { ...ofCase(state), planId: plan.id, version: current.version, stepId, status, changedOn: on },
      },
    ],
  };
}
