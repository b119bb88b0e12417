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
  ['a whole month', '2026-02-01', '2026-02-28', true],
  ['from the first of a month until today', '2026-02-01', '2026-03-14', true],
  ['a month that has not ended yet', '2026-03-01', '2026-03-31', true],
  ['until yesterday', '2026-02-01', '2026-03-13', false],
  ['from the middle of a month', '2026-02-02', '2026-02-28', false],
])('%s is made of whole months or not', (_, from, to, expected) => {
  expect(isWholeMonths({ from, to }, '2026-03-14')).toBe(expected);
});
