import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, closedCase } from '../../cases.fixture.ts';
import { recordPlanNotAgreed } from './record-plan-not-agreed.ts';

const recording = { reason: 'NO_AGREEMENT_ON_GOAL' as const, decidedOn: '2026-04-01', today: casesToday };
const recorded = { ...adasCase, notAgreed: [{ decidedOn: '2026-04-01', reason: 'NO_AGREEMENT_ON_GOAL' as const }] };

describe('recording that no plan came about', () => {
  test('notes the reason and says it by its code', () => {
    expect(recordPlanNotAgreed(adasCase, recording)).toEqual({
      state: recorded,
      events: [adasEvent('plan.notAgreed', { decidedOn: '2026-04-01', reason: 'NO_AGREEMENT_ON_GOAL' })],
    });
  });

  test('twice for one day changes nothing; on another day it is another attempt', () => {
    expect(recordPlanNotAgreed(recorded, recording)).toEqual({ state: recorded, events: [] });
    expect(recordPlanNotAgreed(recorded, { ...recording, decidedOn: '2026-05-01' }).state.notAgreed.length).toBe(2);
  });

  test.each([
    ['in a closed case', 'CASE_CLOSED', closedCase, {}],
    ['for a day to come', 'INVALID_INPUT', adasCase, { decidedOn: '2026-10-01' }],
    ['for a day before the case', 'INVALID_INPUT', adasCase, { decidedOn: '2026-02-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => recordPlanNotAgreed(state, { ...recording, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
