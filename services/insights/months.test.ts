import { expect, test } from '@jest/globals';
import { isWholeMonths, monthsOf } from './months.ts';

test('a period is cut at the ends of its months, leap years and turns of the year included', () => {
  expect(monthsOf({ from: '2023-12-15', to: '2024-03-02' })).toEqual([
    { month: '2023-12', from: '2023-12-15', to: '2023-12-31' },
    { month: '2024-01', from: '2024-01-01', to: '2024-01-31' },
    { month: '2024-02', from: '2024-02-01', to: '2024-02-29' },
    { month: '2024-03', from: '2024-03-01', to: '2024-03-02' },
  ]);
});

test.each([
  ['a whole month', { from: '2026-02-01', to: '2026-02-28' }],
  ['from the first of a month until today', { from: '2026-02-01', to: '2026-03-14' }],
  ['a month that has not ended yet', { from: '2026-03-01', to: '2026-03-31' }],
])('%s counts as whole months', (_, period) => {
  expect(isWholeMonths(period, '2026-03-14')).toBe(true);
});

test.each([
  ['until yesterday', { from: '2026-02-01', to: '2026-03-13' }],
  ['from the middle of a month', { from: '2026-02-02', to: '2026-02-28' }],
])('%s does not', (_, period) => {
  expect(isWholeMonths(period, '2026-03-14')).toBe(false);
});
