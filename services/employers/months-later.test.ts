import { expect, test } from '@jest/globals';
import { monthsLater } from './months-later.ts';

test.each([['2026-01-31', 1, '2026-02-28'], ['2023-12-31', 2, '2024-02-29'], ['2026-05-15', 6, '2026-11-15']])('months are counted by the calendar: %s and %i', (day, months, later) => {
  expect(monthsLater(day, months)).toBe(later);
});
