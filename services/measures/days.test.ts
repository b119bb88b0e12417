import { expect, test } from '@jest/globals';
import { dayBefore, monthsLater } from './days.ts';

test('the day before the first is the last of the month before', () => {
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
});

test('a month later is the same day, or the first of the next month where there is none', () => {
  expect([monthsLater('2026-11-15', 3), monthsLater('2026-08-31', 6), monthsLater('2026-01-31', 12)]).toEqual(['2027-02-15', '2027-03-01', '2027-01-31']);
});
