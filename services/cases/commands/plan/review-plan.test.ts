import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWithPlan, closedCase, plan } from '../../cases.fixture.ts';
import { reviewPlan } from './review-plan.ts';

const reviewing = { reviewedOn: '2026-09-28', today: casesToday };
const reviewed = { ...caseWithPlan, plan: { ...plan, reviewedOn: '2026-09-28', reviewDueOn: '2027-03-28' } };

describe('reviewing a plan', () => {
  test('leaves it as it is; the next review is due six months later', () => {
    expect(reviewPlan(caseWithPlan, reviewing)).toEqual({
      state: reviewed,
      events: [
        adasEvent('plan.reviewed', {
          planId: 'plan-1',
          version: 1,
          reviewedOn: '2026-09-28',
          reviewDueOn: '2027-03-28',
        }),
      ],
    });
  });

  test('twice on one day changes nothing', () => {
    expect(reviewPlan(reviewed, reviewing)).toEqual({ state: reviewed, events: [] });
  });

  test.each([
    ['where there is none', 'NO_PLAN', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, plan }, {}],
    ['for a day before the plan', 'INVALID_INPUT', caseWithPlan, { reviewedOn: '2026-03-31' }],
    ['for a day before the last review', 'INVALID_INPUT', reviewed, { reviewedOn: '2026-09-27' }],
    ['for a day to come', 'INVALID_INPUT', caseWithPlan, { reviewedOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => reviewPlan(state, { ...reviewing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
