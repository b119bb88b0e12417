import { factDay } from '#shared/calendar/fact-day.ts';
import type { Obstacle } from '#shared/codes/obstacles.ts';
import { nonBlankText } from '#shared/codes/plain-text.ts';
import type { Assessment, Remark, Strength } from '../../case/assessment.ts';
import { assertCaseOpen, assertLedToCase, ofCase, type Case, type CaseDecision } from '../../case/case.ts';
import { assertDistinct } from '../../limits.ts';
import { CaseRefusal } from '../../refusal.ts';

export type AssessPotential = {
  assessmentId: string;
  strengths: Remark<Strength>[];
  obstacles: Remark<Obstacle>[];
  assessedOn?: string;
  today: string;
};

/**
 * Keeps strengths and obstacles as seen together with the person (§15(1) SGB II). Earlier assessments stay readable.
 * Refused with CASE_CLOSED.
 */
export function assessPotential(
  state: Case,
  { assessmentId, strengths, obstacles, assessedOn, today }: AssessPotential,
): CaseDecision {
  if (state.assessments.some(({ id }) => id === assessmentId)) return { state, events: [] };
  assertCaseOpen(state);
  assertRemarks({ strengths, obstacles });
  const on = factDay('assessedOn', assessedOn, today);
  assertLedToCase(state, 'assessedOn', on);
  const assessment: Assessment = {
    id: assessmentId,
    assessedOn: on,
    strengths: strengths.map(tidyRemark),
    obstacles: obstacles.map(tidyRemark),
  };
  return {
    state: {
      ...state,
      assessments: [...state.assessments, assessment].toSorted((left, right) =>
        left.assessedOn.localeCompare(right.assessedOn),
      ),
    },
    // What was seen stays here: obstacles are facts of health, debt or family.
    events: [{ type: 'potential.assessed', data: { ...ofCase(state), assessmentId, assessedOn: on } }],
  };
}

function assertRemarks({ strengths, obstacles }: Pick<AssessPotential, 'strengths' | 'obstacles'>): void {
  if (strengths.length + obstacles.length === 0)
    throw new CaseRefusal('INVALID_INPUT', 'at least one strength or obstacle.', 'strengths');
  for (const [field, remarks] of Object.entries({ strengths, obstacles }))
    assertDistinct(
      field,
      remarks.map(({ code }) => code),
    );
}

function tidyRemark<Code>({ code, note }: Remark<Code>): Remark<Code> {
  const text = nonBlankText(note);
  return { code, ...(text !== undefined && { note: text }) };
}
