import { expect, test } from '@jest/globals';
import { daysWithin } from './days-within.ts';

test.each([
  ['nothing is nothing', [], 0],
  ['the first and the last day count', [{ from: '2025-12-31', to: '2026-01-01' }, { from: '2026-12-31' }], 2],
  ['what goes on fills the year', [{ from: '2020-01-01', to: null }], 365],
  [
    'two at the same time count once',
    [
      { from: '2026-01-11', to: '2026-02-09' },
      { from: '2026-01-01', to: '2026-01-30' },
    ],
    40,
  ],
  [
    'one within another adds nothing',
    [
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-02-01', to: '2026-02-10' },
    ],
    90,
  ],
  ['what lies outside does not count', [{ from: '2025-01-01', to: '2025-12-31' }, { from: '2027-01-01' }], 0],
])('days of a year within periods are counted: %s', (_, periods, days) => {
  expect(daysWithin(periods, { from: '2026-01-01', to: '2026-12-31' })).toBe(days);
});
