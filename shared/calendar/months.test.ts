import { describe, expect, test } from '@jest/globals';
import { monthNumber } from './days.ts';
import { monthsTouched } from './months.ts';

const year2025 = { first: monthNumber('2025-01-01'), last: monthNumber('2025-12-31') };

describe('counting months', () => {
  test.each([
    ['a month counts from its first day of benefit on', [{ from: '2025-03-31', to: '2025-04-01' }], 2],
    ['what lies outside the window does not count', [{ from: '2020-01-01', to: '2025-02-10' }], 2],
    ['benefit that goes on fills the window', [{ from: '2025-11-15', to: null }], 2],
    ['benefit without a last day goes on', [{ from: '2025-10-15' }], 3],
    [
      'two periods in one month count once',
      [
        { from: '2025-03-01', to: '2025-03-10' },
        { from: '2025-03-20', to: '2025-05-31' },
      ],
      3,
    ],
    [
      'a period within another adds nothing',
      [
        { from: '2025-01-01', to: '2025-12-31' },
        { from: '2025-02-01', to: '2025-03-31' },
      ],
      12,
    ],
    ['without a period no month counts', [], 0],
  ])('%s', (_, periods, months) => {
    expect(monthsTouched(periods, year2025)).toBe(months);
  });
});
