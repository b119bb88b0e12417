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
    const before = { ...adasCase, assessments: [assessment] };
    expect(
      assessPotential(before, { ...assessing, assessmentId: 'a-0', assessedOn: '2026-02-10' }).state.assessments.map(
        ({ id }) => id,
      ),
    ).toEqual(['a-0', 'a-1']);
  });

  test('in the talk that led to the case lies before it was opened', () => {
    expect(assessPotential(adasCase, { ...assessing, assessedOn: '2026-01-20' }).events.length).toBe(1);
  });

  test('twice changes nothing, even after the case was closed', () => {
    const before = { ...closedCase, assessments: [assessment] };
    expect(assessPotential(before, assessing)).toEqual({ state: before, events: [] });
  });

  test.each([
    ['in a closed case', 'CASE_CLOSED', closedCase, {}],
    ['for a day to come', 'INVALID_INPUT', adasCase, { assessedOn: '2026-10-01' }],
    ['for a day long before the case', 'INVALID_INPUT', adasCase, { assessedOn: '1990-03-10' }],
    ['without a strength or an obstacle', 'INVALID_INPUT', adasCase, { strengths: [], obstacles: [] }],
    [
      'with a strength that is named twice',
      'INVALID_INPUT',
      adasCase,
      { strengths: [{ code: 'RELIABLE' as const }, { code: 'RELIABLE' as const }] },
    ],
    [
      'with an obstacle that is named twice',
      'INVALID_INPUT',
      adasCase,
      { obstacles: [{ code: 'DEBT' as const }, { code: 'DEBT' as const }] },
    ],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => assessPotential(state, { ...assessing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
