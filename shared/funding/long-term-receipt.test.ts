import { describe, expect, test } from '@jest/globals';
import { isInReceipt, isLongTermReceipt, longTermMonths } from './long-term-receipt.ts';

describe('long-term receipt', () => {
  test.each([
    ['21 of the past 24 months are enough', [{ from: '2024-06-30' }], 21],
    ['20 of the past 24 months are not enough', [{ from: '2024-07-01' }], 20],
    [
      'the month that is not over does not count',
      [{ from: '2024-07-01', to: '2026-02-28' }, { from: '2026-03-01' }],
      20,
    ],
    [
      'interruptions do no harm as long as 21 months remain',
      [
        { from: '2020-01-01', to: '2024-12-31' },
        { from: '2025-04-01', to: null },
      ],
      21,
    ],
    [
      'four months without benefit are too many',
      [
        { from: '2020-01-01', to: '2024-12-31' },
        { from: '2025-05-01', to: null },
      ],
      20,
    ],
    ['benefit may begin again on the day', [{ from: '2024-01-01', to: '2026-01-31' }, { from: '2026-03-15' }], 23],
    ['a person who left long ago has none', [{ from: '2015-01-01', to: '2023-12-31' }], 0],
    ['benefit in the future does not count', [{ from: '2024-07-01', to: '2026-02-28' }, { from: '2026-03-20' }], 20],
  ])('%s', (_, periods, months) => {
    expect([longTermMonths(periods, '2026-03-15'), isLongTermReceipt(periods, '2026-03-15')]).toEqual([
      months,
      months >= 21,
    ]);
  });

  test.each([
    ['benefit ended the day before', [{ from: '2015-01-01', to: '2026-03-14' }]],
    ['benefit begins again the day after', [{ from: '2015-01-01', to: '2026-02-28' }, { from: '2026-03-16' }]],
  ])('there is none on a day without benefit, when %s', (_, periods) => {
    expect([isInReceipt(periods, '2026-03-15'), isLongTermReceipt(periods, '2026-03-15')]).toEqual([false, false]);
  });
});
