import { describe, expect, test } from '@jest/globals';
import { benefitPeriodsOf, monthsOfReceipt } from './benefit-months.ts';
import type { BenefitUnit, MemberTime } from './benefit-unit.ts';

type Unit = Pick<BenefitUnit, 'members' | 'benefits'>;
const unit = (members: MemberTime[], benefits: MemberTime[]): Unit => ({
  members: members.map((time) => ({ personId: 'p-ada', role: 'APPLICANT', ...time })),
  benefits,
});

describe('the time in receipt', () => {
  test('is the time in the unit, while the unit was in receipt', () => {
    expect(
      benefitPeriodsOf('p-ada', [
        unit(
          [{ from: '2024-06-01', to: '2025-02-28' }],
          [{ from: '2024-01-01', to: '2024-08-31' }, { from: '2024-12-01' }],
        ),
      ]),
    ).toEqual([
      { from: '2024-06-01', to: '2024-08-31' },
      { from: '2024-12-01', to: '2025-02-28' },
    ]);
  });

  test('is one period where a unit follows the other without a day between', () => {
    const parents = unit([{ from: '2023-01-01', to: '2024-05-31' }], [{ from: '2023-01-01' }]);
    const own = unit([{ from: '2024-06-01' }], [{ from: '2024-06-01' }]);
    expect(benefitPeriodsOf('p-ada', [own, parents])).toEqual([{ from: '2023-01-01' }]);
  });

  test('is two periods where a day lies between, and one where they overlap', () => {
    const first = unit([{ from: '2023-01-01', to: '2024-05-31' }], [{ from: '2023-01-01' }]);
    expect(benefitPeriodsOf('p-ada', [first, unit([{ from: '2024-06-02' }], [{ from: '2024-01-01' }])])).toEqual([
      { from: '2023-01-01', to: '2024-05-31' },
      { from: '2024-06-02' },
    ]);
    expect(
      benefitPeriodsOf('p-ada', [first, unit([{ from: '2024-03-01', to: '2024-04-30' }], [{ from: '2024-03-01' }])]),
    ).toEqual([{ from: '2023-01-01', to: '2024-05-31' }]);
  });

  test('is empty for somebody else, and where the unit was in receipt at another time', () => {
    expect(benefitPeriodsOf('p-ben', [unit([{ from: '2023-01-01' }], [{ from: '2023-01-01' }])])).toEqual([]);
    expect(
      benefitPeriodsOf('p-ada', [unit([{ from: '2023-01-01', to: '2023-06-30' }], [{ from: '2023-07-01' }])]),
    ).toEqual([]);
  });
});

const year2024 = { from: '2024-01-01', to: '2024-12-31' };

describe('months of receipt', () => {
  test.each([
    { name: 'a whole year', periods: [{ from: '2023-06-15' }], window: year2024, months: 12 },
    {
      name: 'the month of a single day',
      periods: [{ from: '2024-01-31', to: '2024-02-01' }],
      window: year2024,
      months: 2,
    },
    {
      name: 'a month once, though it was interrupted',
      periods: [{ from: '2024-01-01', to: '2024-03-05' }, { from: '2024-03-20' }],
      window: { from: '2024-01-01', to: '2024-04-30' },
      months: 4,
    },
    {
      name: 'over a new year',
      periods: [{ from: '2023-11-30', to: '2024-02-01' }],
      window: { from: '2023-01-01', to: '2024-12-31' },
      months: 4,
    },
    {
      name: 'only days within the window',
      periods: [{ from: '2024-01-01', to: '2024-03-10' }],
      window: { from: '2024-03-11', to: '2024-12-31' },
      months: 0,
    },
    { name: 'nothing without receipt', periods: [], window: year2024, months: 0 },
  ])('count $name', ({ periods, window, months }) => {
    expect(monthsOfReceipt(periods, window)).toBe(months);
  });
});
