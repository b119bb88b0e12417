import { expect, test } from '@jest/globals';
import { reviewDueOn } from './review-due.ts';

test.each([
  ['2026-03-01', '2026-09-01'],
  ['2026-07-15', '2027-01-15'],
  ['2026-08-31', '2027-02-28'],
  ['2027-08-30', '2028-02-29'],
  ['2013-10-01', '2014-04-01'],
])('a plan of %s is looked at again on %s', (from, due) => {
  expect(reviewDueOn(from)).toBe(due);
});
