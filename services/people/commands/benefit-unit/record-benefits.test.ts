import { describe, expect, test } from '@jest/globals';
import type { UnitBenefit } from '../../benefit-unit/benefit-unit.ts';
import { household, aboutHousehold } from '../ada.fixture.ts';
import { recordBenefits } from './record-benefits.ts';

const today = '2026-05-04';
const current = { from: '2024-03-01' };
const earlier = { from: '2015-04-01', to: '2021-12-31', reason: 'WORK' as const };
const record = (benefits: UnitBenefit[], unit = household) => recordBenefits(unit, { benefits, today });
const started = (startedOn: string) => ({ type: 'benefitUnit.benefitStarted', data: { ...aboutHousehold, startedOn } });
const ended = (startedOn: string, endedOn: string, facts: object) => ({
  type: 'benefitUnit.benefitEnded',
  data: { ...aboutHousehold, startedOn, endedOn, ...facts },
});
const withdrawn = (startedOn: string) => ({
  type: 'benefitUnit.benefitWithdrawn',
  data: { ...aboutHousehold, withdrawnOn: today, startedOn },
});

describe('the times of receipt of a unit', () => {
  test('may be entered long after a later one, in any order, and only what is new is announced', () => {
    expect(record([current, earlier])).toEqual({
      state: { ...household, benefits: [earlier, current] },
      events: [started('2015-04-01'), ended('2015-04-01', '2021-12-31', { reason: 'WORK', memberIds: [] })],
    });
  });

  test('are withdrawn where they are wrong, and what is right is announced after it', () => {
    const recorded = { ...household, benefits: [earlier, current] };
    const right = { from: '2015-04-01', to: '2020-06-30' };
    expect(record([right, { from: '2024-02-01' }], recorded)).toEqual({
      state: { ...household, benefits: [{ ...right, reason: 'UNKNOWN' }, { from: '2024-02-01' }] },
      events: [
        withdrawn('2015-04-01'),
        withdrawn('2024-03-01'),
        started('2015-04-01'),
        ended('2015-04-01', '2020-06-30', { reason: 'UNKNOWN', memberIds: [] }),
        started('2024-02-01'),
      ],
    });
  });

  test('are withdrawn where they never were', () => {
    expect(record([], household)).toEqual({ state: { ...household, benefits: [] }, events: [withdrawn('2024-03-01')] });
  });

  test('may get the end of one that goes on, whose beginning stands', () => {
    expect(record([{ ...current, to: '2026-03-31', reason: 'WORK' }]).events).toEqual([
      ended('2024-03-01', '2026-03-31', { reason: 'WORK', memberIds: ['p-ada', 'p-ben'] }),
    ]);
  });

  test('are announced once, also when somebody records them who does not know why they ended', () => {
    const recorded = { ...household, benefits: [earlier, current] };
    expect(record([current, { from: earlier.from, to: earlier.to }], recorded)).toEqual({
      state: recorded,
      events: [],
    });
  });

  test.each<[title: string, code: string, benefits: UnitBenefit[]]>([
    ['a day that two of them share', 'BENEFIT_OVERLAPS', [{ ...earlier, to: '2024-03-01' }, current]],
    ['one that goes on before another', 'BENEFIT_OVERLAPS', [{ from: '2015-04-01' }, current]],
    ['twice the same', 'BENEFIT_OVERLAPS', [current, current]],
    ['an end before the beginning', 'INVALID_INPUT', [{ from: '2015-04-01', to: '2015-03-31' }]],
    ['a beginning to come', 'INVALID_INPUT', [{ from: '2026-05-05' }]],
    ['an end to come', 'INVALID_INPUT', [{ from: '2026-05-01', to: '2026-05-31' }]],
    ['a reason without an end', 'INVALID_INPUT', [{ ...current, reason: 'WORK' }]],
    [
      'more times than anybody has',
      'INVALID_INPUT',
      Array.from({ length: 51 }, (_, year) => ({ from: `${1950 + year}-01-01`, to: `${1950 + year}-01-31` })),
    ],
  ])('are refused for %s: %s', (_, code, benefits) => {
    expect(() => record(benefits)).toThrow(expect.objectContaining({ code }));
  });
});
