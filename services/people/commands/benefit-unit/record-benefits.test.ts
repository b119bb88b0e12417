import { describe, expect, test } from '@jest/globals';
import type { UnitBenefit } from '../../benefit-unit/benefit-unit.ts';
import { household, aboutHousehold } from '../ada.fixture.ts';
import { recordBenefits } from './record-benefits.ts';

const today = '2026-05-04';
const current = { from: '2024-03-01' };
const earlier = { from: '2015-04-01', to: '2021-12-31', reason: 'WORK' as const };
const record = (benefits: UnitBenefit[], unit = household) => recordBenefits(unit, { benefits, today });
const started = (startedOn: string) => ({ type: 'benefitUnit.benefitStarted', data: { ...aboutHousehold, startedOn } });
const ended = (startedOn: string, endedOn: string, said: object) => ({
  type: 'benefitUnit.benefitEnded',
  data: { ...aboutHousehold, startedOn, endedOn, ...said },
});
const withdrawn = (startedOn: string) => ({
  type: 'benefitUnit.benefitWithdrawn',
  data: { ...aboutHousehold, withdrawnOn: today, startedOn },
});

describe('the times of receipt of a unit', () => {
  test('may be entered long after a later one, in any order, and nothing is said of what was known', () => {
    expect(record([current, earlier])).toEqual({
      state: { ...household, benefits: [earlier, current] },
      events: [started('2015-04-01'), ended('2015-04-01', '2021-12-31', { reason: 'WORK', memberIds: [] })],
    });
  });

  test('that are wrong are taken back, and what is right is said after it', () => {
    const known = { ...household, benefits: [earlier, current] };
    const right = { from: '2015-04-01', to: '2020-06-30' };
    expect(record([right, { from: '2024-02-01' }], known)).toEqual({
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

  test('that never were are taken back', () => {
    expect(record([], household)).toEqual({ state: { ...household, benefits: [] }, events: [withdrawn('2024-03-01')] });
  });

  test('the end of what goes on is an end like any other, and its beginning stands', () => {
    expect(record([{ ...current, to: '2026-03-31', reason: 'WORK' }]).events).toEqual([
      ended('2024-03-01', '2026-03-31', { reason: 'WORK', memberIds: ['p-ada', 'p-ben'] }),
    ]);
  });

  test('recorded a second time say nothing, also by somebody who does not know why they ended', () => {
    const known = { ...household, benefits: [earlier, current] };
    expect(record([current, { from: earlier.from, to: earlier.to }], known)).toEqual({ state: known, events: [] });
  });

  test.each<[string, string, UnitBenefit[]]>([
    ['BENEFIT_OVERLAPS', 'a day of two', [{ ...earlier, to: '2024-03-01' }, current]],
    ['BENEFIT_OVERLAPS', 'one that goes on before another', [{ from: '2015-04-01' }, current]],
    ['BENEFIT_OVERLAPS', 'twice the same', [current, current]],
    ['INVALID_INPUT', 'an end before the beginning', [{ from: '2015-04-01', to: '2015-03-31' }]],
    ['INVALID_INPUT', 'a day to come', [{ from: '2026-05-05' }]],
    ['INVALID_INPUT', 'an end to come', [{ from: '2026-05-01', to: '2026-05-31' }]],
    ['INVALID_INPUT', 'a reason without an end', [{ ...current, reason: 'WORK' }]],
    [
      'INVALID_INPUT',
      'more than anybody has',
      Array.from({ length: 51 }, (_, year) => ({ from: `${1950 + year}-01-01`, to: `${1950 + year}-01-31` })),
    ],
  ])('are refused with %s: %s', (code, _, benefits) => {
    expect(() => record(benefits)).toThrow(expect.objectContaining({ code }));
  });
});
