import { assertNotBefore, factDay } from '#shared/calendar/fact-day.ts';
import { currentVersion, ofCase, type Case, type CaseDecision } from '../../case.ts';
import { assertCaseOpen } from '../case/assert-case-open.ts';
import { planOf, withCurrent } from './plan-of.ts';

/** The person has the current version in text form (§15(3) sentence 1 SGB II). The same again changes nothing, another day corrects the first. Refused with NO_PLAN or CASE_CLOSED. */
export function handOverPlan(
  known: Case,
  { handedOverOn, today }: { handedOverOn?: string; today: string },
): CaseDecision {
  const plan = planOf(known);
  const current = currentVersion(plan);
  if (current.handedOverOn !== undefined && (handedOverOn ?? current.handedOverOn) === current.handedOverOn)
    return { state: known, events: [] };
  assertCaseOpen(known);
  const on = factDay('handedOverOn', handedOverOn, today);
  assertNotBefore('handedOverOn', on, current.from);
  return {
    state: withCurrent(known, plan, { ...current, handedOverOn: on }),
    events: [
      {
        type: 'plan.handedOver',
        data: { ...ofCase(known), planId: plan.id, version: current.version, handedOverOn: on },
      },
    ],
  };
}
