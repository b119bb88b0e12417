import { describe, expect, test } from '@jest/globals';
import type { Assessment } from '../../case/assessment.ts';
import { adasCase, adasEvent, casesToday, closedCase } from '../../cases.fixture.ts';
import { assessPotential } from './assess-potential.ts';

const assessing = {
  assessmentId: 'a-1',
  assessedOn: '2026-03-10',
  strengths: [{ code: 'RELIABLE' as const, note: ' always in time ' }],
  obstacles: [{ code: 'DEBT' as const, note: ' ' }],
  today: casesToday,
};
const assessment: Assessment = {
  id: 'a-1',
  assessedOn: '2026-03-10',
  strengths: [{ code: 'RELIABLE', note: 'always in time' }],
  obstacles: [{ code: 'DEBT' }],
};

describe('assessing the potential', () => {
  test('notes strengths and obstacles, and says only that it was done', () => {
    expect(assessPotential(adasCase, assessing)).toEqual({
      state: { ...adasCase, assessments: [assessment] },
      events: [adasEvent('potential.assessed', { assessmentId: 'a-1', assessedOn: '2026-03-10' })],
    });
  });

  test('entered later lies where its day is', () => {
    const known = { ...adasCase, assessments: [assessment] };
    expect(
      assessPotential(known, { ...assessing, assessmentId: 'a-0', assessedOn: '2026-02-10' }).state.assessments.map(
        ({ id }) => id,
      ),
    ).toEqual(['a-0', 'a-1']);
  });

  test('in the talk that led to the case lies before it was opened', () => {
    expect(assessPotential(adasCase, { ...assessing, assessedOn: '2026-01-20' }).events.length).toBe(1);
  });

  test('twice changes nothing, even after the case was closed', () => {
    const known = { ...closedCase, assessments: [assessment] };
    expect(assessPotential(known, assessing)).toEqual({ state: known, events: [] });
  });

  test.each([
    ['CASE_CLOSED', closedCase, {}],
    ['INVALID_INPUT', adasCase, { assessedOn: '2026-10-01' }],
    ['INVALID_INPUT', adasCase, { assessedOn: '1990-03-10' }],
    ['INVALID_INPUT', adasCase, { strengths: [], obstacles: [] }],
    ['INVALID_INPUT', adasCase, { strengths: [{ code: 'RELIABLE' as const }, { code: 'RELIABLE' as const }] }],
    ['INVALID_INPUT', adasCase, { obstacles: [{ code: 'DEBT' as const }, { code: 'DEBT' as const }] }],
  ])('is refused with %s', (code, known, changes) => {
    expect(() => assessPotential(known, { ...assessing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
