import { describe, expect, test } from '@jest/globals';
import type { BenefitUnit } from './benefit-unit.ts';
import { cutToTimes } from './cut-to-times.ts';

const unit: BenefitUnit = {
  id: 'bg-1',
  number: '43705BG0100001',
  municipality: '06431010',
  formedOn: '2018-03-01',
  present: ['p-ada', 'p-cem'],
  members: [
    { personId: 'p-ada', role: 'APPLICANT', from: '2018-03-01' },
    { personId: 'p-ben', role: 'PARTNER', from: '2020-05-10', to: '2022-12-31' },
    { personId: 'p-cem', role: 'PARTNER', from: '2024-01-01' },
  ],
  benefits: [
    { from: '2018-03-01', to: '2021-01-31', reason: 'WORK' },
    { from: '2021-06-01', to: '2025-08-31', reason: 'DECEASED' },
  ],
};

describe('a benefit unit, shown to somebody who knows a former member,', () => {
  test('is what it was in their time, without later members, the end of the benefit and where it lives now', () => {
    expect(cutToTimes(unit, [{ from: '2020-05-10', to: '2022-12-31' }])).toEqual({
      id: 'bg-1',
      number: '43705BG0100001',
      formedOn: '2018-03-01',
      members: [
        { personId: 'p-ada', role: 'APPLICANT', from: '2020-05-10', to: '2022-12-31' },
        { personId: 'p-ben', role: 'PARTNER', from: '2020-05-10', to: '2022-12-31' },
      ],
      benefits: [
        { from: '2020-05-10', to: '2021-01-31', reason: 'WORK' },
        { from: '2021-06-01', to: '2022-12-31' },
      ],
    });
  });

  test('has each day once where that member came and left twice, or two are known', () => {
    const twice = [
      { from: '2018-03-01', to: '2018-12-31' },
      { from: '2018-06-01', to: '2019-03-31' },
      { from: '2020-05-10', to: '2020-05-31' },
    ];
    expect(cutToTimes(unit, twice).benefits).toEqual([
      { from: '2018-03-01', to: '2019-03-31' },
      { from: '2020-05-10', to: '2020-05-31' },
    ]);
  });
});
