import { expect, test } from '@jest/globals';
import { dayBefore, yearsLater } from './days.ts';

test('who was born on 29 February turns 25 on 1 March', () => {
  expect([yearsLater('2000-02-29', 25), yearsLater('2000-02-29', 24), yearsLater('2000-03-15', 25)]).toEqual(['2025-03-01', '2024-02-29', '2025-03-15']);
});

test('the day before the first is the last of the month before', () => {
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
});
