import { expect, test } from '@jest/globals';
import { planNeedsOffer } from './plan-offer.ts';

test.each([
  ['2013-10-01', false],
  ['2026-06-30', false],
  ['2026-07-01', true],
])('a plan agreed on %s needs an offer of the job centre: %s', (day, needed) => {
  expect(planNeedsOffer(day)).toBe(needed);
});
