import { expect, test } from '@jest/globals';
import { reviewDueOn } from './review-due.ts';

test.each([
  ['2026-03-01', '2026-09-01'],
  ['2026-07-15', '2027-01-15'],
  ['2013-10-01', '2014-04-01'],
])('a plan of %s is looked at again six months later, on %s', (from, due) => {
  expect(reviewDueOn(from)).toBe(due);
});

test.each([
  ['2026-08-31', '2027-02-28'],
  ['2027-08-30', '2028-02-29'],
])('a plan of %s is looked at again on %s, the last day of a shorter month', (from, due) => {
  expect(reviewDueOn(from)).toBe(due);
});
