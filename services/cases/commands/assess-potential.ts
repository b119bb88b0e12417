import { ofCase, type Assessment, type Case, type CaseDecision } from '../case.ts';
import { assertCaseOpen } from './assert-case-open.ts';
import { assertNotInFuture } from './assert-dates.ts';

/** Strengths and obstacles as seen together with the person (§15(1) SGB II). Earlier assessments stay readable. */
export function assessPotential(known: Case, { assessment, today }: { assessment: Assessment; today: string }): CaseDecision {
  assertCaseOpen(known);
  if (known.assessments.some(({ id }) => id === assessment.id)) return { state: known, events: [] };
  assertNotInFuture('assessedOn', assessment.assessedOn, today);
  return {
    state: { ...known, assessments: [...known.assessments, assessment] },
    // What was found stays here: obstacles are facts of health, debt or family.
    events: [{ type: 'potential.assessed', data: { ...ofCase(known), assessmentId: assessment.id, assessedOn: assessment.assessedOn } }],
  };
}
