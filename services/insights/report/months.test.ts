import { expect, test } from '@jest/globals';
import { isWholeMonths, lastMonthOver, cutIntoMonths } from './months.ts';

test('a period is cut at the ends of its months, leap years and turns of the year included', () => {
  expect(cutIntoMonths({ from: '2023-12-15', to: '2024-03-02' })).toEqual([
    { month: '2023-12', from: '2023-12-15', to: '2023-12-31' },
    { month: '2024-01', from: '2024-01-01', to: '2024-01-31' },
    { month: '2024-02', from: '2024-02-01', to: '2024-02-29' },
    { month: '2024-03', from: '2024-03-01', to: '2024-03-02' },
  ]);
});

test.each([
  ['a month that is over', { from: '2026-02-01', to: '2026-02-28' }],
  ['several', { from: '2025-09-01', to: '2026-02-28' }],
])('%s counts as whole months', (_, period) => {
  expect(isWholeMonths(period, '2026-03-01')).toBe(true);
});

test.each([
  ['until today', { from: '2026-02-01', to: '2026-03-14' }],
  ['a month that is not over, not even on its last day', { from: '2026-03-01', to: '2026-03-31' }],
  ['from the middle of a month', { from: '2026-02-02', to: '2026-02-28' }],
])('%s does not', (_, period) => {
  expect([isWholeMonths(period, '2026-03-14'), isWholeMonths(period, '2026-03-31')]).toEqual([false, false]);
});

test('the last month that is over ended before today', () => {
  expect(['2026-03-01', '2026-03-31', '2026-01-15'].map(lastMonthOver)).toEqual(['2026-02', '2026-02', '2025-12']);
});
