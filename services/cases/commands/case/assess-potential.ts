import { factDay } from '#shared/calendar/fact-day.ts';
import { Refusal } from '#shared/refusal.ts';
import { ofCase, type Assessment, type Case, type CaseDecision, type Obstacle, type Strength } from '../../case.ts';
import { assertDistinct } from '../assert-list.ts';
import { assertLedTo } from '../assert-led-to.ts';
import { writtenText } from '../written-text.ts';
import { assertCaseOpen } from './assert-case-open.ts';

type Coded<Code> = { code: Code; note?: string };
export type AssessPotential = {
  assessmentId: string;
  strengths: Coded<Strength>[];
  obstacles: Coded<Obstacle>[];
  assessedOn?: string;
  today: string;
};

/** Strengths and obstacles as seen together with the person (§15(1) SGB II). Earlier assessments stay readable. Refused with CASE_CLOSED. */
export function assessPotential(
  known: Case,
  { assessmentId, strengths, obstacles, assessedOn, today }: AssessPotential,
): CaseDecision {
  if (known.assessments.some(({ id }) => id === assessmentId)) return { state: known, events: [] };
  assertCaseOpen(known);
  if (strengths.length + obstacles.length === 0)
    throw new Refusal('INVALID_INPUT', 'strengths: at least one strength or obstacle.');
  assertDistinct(
    'strengths',
    strengths.map(({ code }) => code),
  );
  assertDistinct(
    'obstacles',
    obstacles.map(({ code }) => code),
  );
  const on = factDay('assessedOn', assessedOn, today);
  assertLedTo(known, 'assessedOn', on);
  const assessment: Assessment = {
    id: assessmentId,
    assessedOn: on,
    strengths: strengths.map(noted),
    obstacles: obstacles.map(noted),
  };
  return {
    state: {
      ...known,
      assessments: [...known.assessments, assessment].toSorted((one, other) =>
        one.assessedOn.localeCompare(other.assessedOn),
      ),
    },
    // What was found stays here: obstacles are facts of health, debt or family.
    events: [{ type: 'potential.assessed', data: { ...ofCase(known), assessmentId, assessedOn: on } }],
  };
}

function noted<Code>({ code, note }: Coded<Code>): Coded<Code> {
  const text = writtenText(note);
  return { code, ...(text !== undefined && { note: text }) };
}
