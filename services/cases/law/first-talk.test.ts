import { expect, test } from '@jest/globals';
import { firstTalkNeedsReason } from './first-talk.ts';

test.each([
  ['TOWN_HALL', '2026-07-01'],
  ['PHONE', '2026-07-01'],
] as const)('a first talk at %s on %s needs a reason for its place', (place, day) => {
  expect(firstTalkNeedsReason(place, day)).toBe(true);
});

test.each([
  ['JOB_CENTRE', '2026-07-01'],
  ['TOWN_HALL', '2026-06-30'],
  ['TOWN_HALL', '2013-09-02'],
] as const)('a first talk at %s on %s needs no reason for its place', (place, day) => {
  expect(firstTalkNeedsReason(place, day)).toBe(false);
});
