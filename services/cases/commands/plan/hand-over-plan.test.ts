import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWithPlan, closedCase, plan } from '../../cases.fixture.ts';
import { handOverPlan } from './hand-over-plan.ts';

const handing = { handedOverOn: '2026-04-02', today: casesToday };
const handedOver = {
  ...caseWithPlan,
  plan: { ...plan, versions: plan.versions.map((version) => ({ ...version, handedOverOn: '2026-04-02' })) },
};

describe('handing over a plan', () => {
  test('notes it at the current version and says so', () => {
    expect(handOverPlan(caseWithPlan, handing)).toEqual({
      state: handedOver,
      events: [adasEvent('plan.handedOver', { planId: 'plan-1', version: 1, handedOverOn: '2026-04-02' })],
    });
  });

  test('twice changes nothing', () => {
    expect(handOverPlan(handedOver, { today: casesToday })).toEqual({ state: handedOver, events: [] });
    expect(handOverPlan(handedOver, handing)).toEqual({ state: handedOver, events: [] });
  });

  test('on another day corrects the day, and says so', () => {
    expect(handOverPlan(handedOver, { handedOverOn: '2026-04-03', today: casesToday }).events).toMatchObject([
      { data: { version: 1, handedOverOn: '2026-04-03' } },
    ]);
  });

  test.each([
    ['where there is none', 'NO_PLAN', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, plan }, {}],
    ['for a day before the plan', 'INVALID_INPUT', caseWithPlan, { handedOverOn: '2026-03-31' }],
    ['for a day to come', 'INVALID_INPUT', caseWithPlan, { handedOverOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => handOverPlan(state, { ...handing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
