import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { assertCaseOpen, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { currentVersion, planOf, replaceCurrentVersion } from '../../case/plan.ts';

export type HandOverPlan = { handedOverOn?: string; today: string };

/**
 * Records that the person has the current version in text form (§15(3) sentence 1 SGB II). The same again changes
 * nothing, another day corrects the first. Refused with NO_PLAN or CASE_CLOSED.
 */
export function handOverPlan(state: Case, { handedOverOn, today }: HandOverPlan): CaseDecision {
  const plan = planOf(state);
  const current = currentVersion(plan);
  if (current.handedOverOn !== undefined && (handedOverOn ?? current.handedOverOn) === current.handedOverOn)
    return { state, events: [] };
  assertCaseOpen(state);
  const on = factDay('handedOverOn', handedOverOn, today);
  assertNotBefore('handedOverOn', on, current.from);
  return {
    state: { ...state, plan: replaceCurrentVersion(plan, { ...current, handedOverOn: on }) },
    events: [
      {
        type: 'plan.handedOver',
        data: { ...ofCase(state), planId: plan.id, version: current.version, handedOverOn: on },
      },
    ],
  };
}
