import { expect, test } from '@jest/globals';
import { dayBefore } from './days.ts';

test('the day before the first is the last of the month before', () => {
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
});
