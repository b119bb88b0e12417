import { describe, expect, test } from '@jest/globals';
import type { BenefitUnit } from '../../benefit-unit/benefit-unit.ts';
import { household, aboutHousehold } from '../ada.fixture.ts';
import { endBenefit } from './end-benefit.ts';
import { startBenefit } from './start-benefit.ts';

const today = '2026-05-04';
const ended = { ...household, benefits: [{ from: '2024-03-01', to: '2026-02-28', reason: 'WORK' as const }] };
const end = { endedOn: '2026-02-28', startedOn: '2024-03-01', memberIds: ['p-ada', 'p-ben'] };

describe('benefit of a unit', () => {
  test('ends with a reason, and it is announced whose need has ended', () => {
    expect(endBenefit(household, { endedOn: '2026-02-28', reason: 'WORK', today })).toEqual({
      state: ended,
      events: [{ type: 'benefitUnit.benefitEnded', data: { ...aboutHousehold, ...end, reason: 'WORK' } }],
    });
  });

  test('begins again after it ended', () => {
    expect(startBenefit(ended, { startedOn: '2026-05-01', today })).toEqual({
      state: { ...ended, benefits: [...ended.benefits, { from: '2026-05-01' }] },
      events: [{ type: 'benefitUnit.benefitStarted', data: { ...aboutHousehold, startedOn: '2026-05-01' } }],
    });
  });

  test('begins with those who are old enough when it is announced, also for an earlier day', () => {
    const [ada, cem] = [
      { personId: 'p-ada', role: 'APPLICANT' as const, from: '2024-03-01', employableFrom: '1999-05-17' },
      { personId: 'p-cem', role: 'CHILD' as const, from: '2024-03-01', employableFrom: '2026-06-01' },
    ];
    const announced = (on: string) =>
      startBenefit({ ...ended, members: [ada, cem] }, { startedOn: '2026-05-01', today: on }).events[0]?.data;
    expect([announced('2026-05-31'), announced('2026-06-01')]).toEqual([
      { ...aboutHousehold, startedOn: '2026-05-01', employableMemberIds: ['p-ada'] },
      { ...aboutHousehold, startedOn: '2026-05-01', employableMemberIds: ['p-ada', 'p-cem'] },
    ]);
  });

  test('is announced once when it is begun or ended a second time', () => {
    expect(startBenefit(household, { startedOn: '2024-03-01', today })).toEqual({ state: household, events: [] });
    expect(endBenefit(ended, { endedOn: '2026-02-28', reason: 'WORK', today })).toEqual({ state: ended, events: [] });
  });

  test('is withdrawn and announced anew when it ended on the same day for another reason', () => {
    expect(endBenefit(ended, { endedOn: '2026-02-28', reason: 'DECEASED', today })).toEqual({
      state: { ...household, benefits: [{ from: '2024-03-01', to: '2026-02-28', reason: 'DECEASED' }] },
      events: [
        {
          type: 'benefitUnit.benefitWithdrawn',
          data: { ...aboutHousehold, withdrawnOn: today, startedOn: '2024-03-01' },
        },
        { type: 'benefitUnit.benefitStarted', data: { ...aboutHousehold, startedOn: '2024-03-01' } },
        { type: 'benefitUnit.benefitEnded', data: { ...aboutHousehold, ...end, reason: 'DECEASED' } },
      ],
    });
  });

  test('is not begun while it goes on, in a time it covered, or on a day to come', () => {
    const start = (unit: BenefitUnit, startedOn: string) => () => startBenefit(unit, { startedOn, today });
    expect(start(ended, '2026-02-28')).toThrow(expect.objectContaining({ code: 'BENEFIT_OVERLAPS' }));
    expect(start(household, '2026-05-01')).toThrow(expect.objectContaining({ code: 'BENEFIT_OVERLAPS' }));
    expect(start(household, '2015-05-01')).toThrow(expect.objectContaining({ code: 'BENEFIT_OVERLAPS' }));
    expect(start(ended, '2026-05-05')).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test.each([
    ['where none goes on', 'NO_BENEFIT', { unit: ended, endedOn: '2026-03-31' }],
    ['before it began', 'INVALID_INPUT', { unit: household, endedOn: '2024-02-29' }],
  ])('is not ended %s: %s', (_, code, { unit, endedOn }) => {
    expect(() => endBenefit(unit, { endedOn, reason: 'WORK', today })).toThrow(expect.objectContaining({ code }));
  });
});
