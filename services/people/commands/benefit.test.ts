import { describe, expect, test } from '@jest/globals';
import type { BenefitUnit } from '../benefit-unit.ts';
import { household, ofHousehold } from './ada.fixture.ts';
import { endBenefit } from './end-benefit.ts';
import { startBenefit } from './start-benefit.ts';

const ended = { ...household, benefits: [{ from: '2024-03-01', to: '2026-02-28', reason: 'WORK' as const }] };

describe('benefit of a unit', () => {
  test('ends with a reason, and says whose need has ended', () => {
    expect(endBenefit(household, { endedOn: '2026-02-28', reason: 'WORK' })).toEqual({
      state: ended,
      events: [{ type: 'benefitUnit.benefitEnded', data: { ...ofHousehold, endedOn: '2026-02-28', reason: 'WORK', memberIds: ['p-ada', 'p-ben'] } }],
    });
  });

  test('begins again after it ended', () => {
    expect(startBenefit(ended, { startedOn: '2026-05-01', today: '2026-05-04' })).toEqual({
      state: { ...ended, benefits: [...ended.benefits, { from: '2026-05-01' }] },
      events: [{ type: 'benefitUnit.benefitStarted', data: { ...ofHousehold, startedOn: '2026-05-01' } }],
    });
  });

  test('begun or ended a second time says nothing', () => {
    expect(startBenefit(household, { startedOn: '2024-03-01', today: '2026-05-04' })).toEqual({ state: household, events: [] });
    expect(endBenefit(ended, { endedOn: '2026-02-28', reason: 'WORK' })).toEqual({ state: ended, events: [] });
  });

  test('is not begun while it goes on, in a time it covered, or in the future', () => {
    const start = (unit: BenefitUnit, startedOn: string) => () => startBenefit(unit, { startedOn, today: '2026-05-04' });
    expect(start(ended, '2026-02-28')).toThrow(expect.objectContaining({ code: 'BENEFIT_OVERLAPS' }));
    expect(start(household, '2026-05-01')).toThrow(expect.objectContaining({ code: 'BENEFIT_OVERLAPS' }));
    expect(start(ended, '2026-05-05')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test.each([
    ['NO_BENEFIT', ended, '2026-03-31'],
    ['INVALID_INPUT', household, '2024-02-29'],
  ] as const)('is refused its end with %s', (code, unit, endedOn) => {
    expect(() => endBenefit(unit, { endedOn, reason: 'WORK' })).toThrow(expect.objectContaining({ code }));
  });
});
