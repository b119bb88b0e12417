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
    ['NO_PLAN', adasCase, {}],
    ['CASE_CLOSED', { ...closedCase, plan }, {}],
    ['INVALID_INPUT', caseWithPlan, { handedOverOn: '2026-03-31' }],
    ['INVALID_INPUT', caseWithPlan, { handedOverOn: '2026-10-01' }],
  ])('is refused with %s', (code, known, changes) => {
    expect(() => handOverPlan(known, { ...handing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
