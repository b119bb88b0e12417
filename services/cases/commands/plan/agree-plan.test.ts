import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWithPlan, closedCase } from '../../cases.fixture.ts';
import { agreePlan } from './agree-plan.ts';

const papers = { newId: 's-1', what: ' Bring the papers up to date ', owner: 'PERSON' as const, dueOn: '2026-04-20' };
const agreeing = {
  planId: 'plan-1',
  goal: { kind: 'INSURED_WORK' as const, text: ' Work near home ' },
  steps: [papers],
  agreedOn: '2026-04-01',
  today: casesToday,
};

describe('agreeing a plan', () => {
  test('makes its first version, which is looked at again after six months', () => {
    expect(agreePlan(adasCase, agreeing)).toEqual({
      state: caseWithPlan,
      events: [
        adasEvent('plan.agreed', { planId: 'plan-1', version: 1, agreedOn: '2026-04-01', reviewDueOn: '2026-10-01' }),
      ],
    });
  });

  test('from July 2026 on holds what the job centre offers, as an offer of its own or as one of its steps', () => {
    const inJuly = { ...papers, dueOn: '2026-08-01' };
    const offered = agreePlan(adasCase, {
      ...agreeing,
      agreedOn: '2026-07-01',
      steps: [inJuly],
      offer: { kind: 'COUNSELLING', text: ' A talk every two weeks ' },
    });
    expect(offered.state.plan?.versions).toMatchObject([
      { from: '2026-07-01', offer: { kind: 'COUNSELLING', text: 'A talk every two weeks' } },
    ]);
    expect(
      agreePlan(adasCase, { ...agreeing, agreedOn: '2026-07-01', steps: [{ ...inJuly, owner: 'JOB_CENTRE' }] }).events
        .length,
    ).toBe(1);
  });

  test('twice changes nothing', () => {
    expect(agreePlan(caseWithPlan, agreeing)).toEqual({ state: caseWithPlan, events: [] });
  });

  test.each([
    ['where there is one already', 'PLAN_EXISTS', caseWithPlan, { planId: 'plan-2' }],
    ['in a closed case', 'CASE_CLOSED', closedCase, {}],
    [
      'without an offer from July 2026 on',
      'OFFER_REQUIRED',
      adasCase,
      { agreedOn: '2026-07-01', steps: [{ ...papers, dueOn: '2026-08-01' }] },
    ],
    ['for a day to come', 'INVALID_INPUT', adasCase, { agreedOn: '2026-10-01' }],
    ['for a day before the case', 'INVALID_INPUT', adasCase, { agreedOn: '2026-02-01' }],
    ['without steps', 'INVALID_INPUT', adasCase, { steps: [] }],
    [
      'with a step that is due in another age',
      'INVALID_INPUT',
      adasCase,
      { steps: [{ ...papers, dueOn: '9999-12-31' }] },
    ],
    [
      'with a step that is due before the plan',
      'INVALID_INPUT',
      adasCase,
      { steps: [{ ...papers, dueOn: '2026-03-31' }] },
    ],
    [
      'with more steps than a plan can have',
      'INVALID_INPUT',
      adasCase,
      { steps: Array.from({ length: 31 }, (_, number) => ({ ...papers, newId: `s-${number}` })) },
    ],
    ['with a step of a former version', 'NOT_FOUND', adasCase, { steps: [{ ...papers, id: 's-1' }] }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => agreePlan(state, { ...agreeing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
