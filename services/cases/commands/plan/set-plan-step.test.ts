import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWithPlan, closedCase, plan } from '../../cases.fixture.ts';
import { setPlanStep } from './set-plan-step.ts';

const setting = { stepId: 's-1', status: 'DONE' as const, changedOn: '2026-04-10', today: casesToday };

describe('setting a step of the plan', () => {
  test('notes what became of it and says so', () => {
    const { state, events } = setPlanStep(caseWithPlan, setting);
    expect(state.plan?.versions[0]?.steps).toEqual([
      {
        id: 's-1',
        what: 'Bring the papers up to date',
        owner: 'PERSON',
        dueOn: '2026-04-20',
        status: 'DONE',
        changedOn: '2026-04-10',
      },
    ]);
    expect(events).toEqual([
      adasEvent('plan.stepChanged', {
        planId: 'plan-1',
        version: 1,
        stepId: 's-1',
        status: 'DONE',
        changedOn: '2026-04-10',
      }),
    ]);
  });

  test('to the status it has changes nothing', () => {
    const done = setPlanStep(caseWithPlan, setting).state;
    expect(setPlanStep(done, setting)).toEqual({ state: done, events: [] });
    expect(setPlanStep(done, { stepId: 's-1', status: 'DONE', today: casesToday })).toEqual({
      state: done,
      events: [],
    });
    expect(setPlanStep(done, { ...setting, status: 'OPEN' }).events.length).toBe(1);
  });

  test('to the status it has on another day corrects the day, and says so', () => {
    const done = setPlanStep(caseWithPlan, setting).state;
    expect(setPlanStep(done, { ...setting, changedOn: '2026-04-12' }).events).toMatchObject([
      { data: { status: 'DONE', changedOn: '2026-04-12' } },
    ]);
  });

  test.each([
    ['where there is no plan', 'NO_PLAN', adasCase, {}],
    ['for a step that is not in the plan', 'NOT_FOUND', caseWithPlan, { stepId: 's-7' }],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, plan }, {}],
    ['for a day before the plan', 'INVALID_INPUT', caseWithPlan, { changedOn: '2026-03-31' }],
    ['for a day to come', 'INVALID_INPUT', caseWithPlan, { changedOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => setPlanStep(state, { ...setting, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
