import { expect, test } from '@jest/globals';
import { firstTalkNeedsReason } from './first-talk.ts';

test.each([
  ['TOWN_HALL', '2026-06-30', false],
  ['TOWN_HALL', '2026-07-01', true],
  ['PHONE', '2026-07-01', true],
  ['JOB_CENTRE', '2026-07-01', false],
  ['TOWN_HALL', '2013-09-02', false],
] as const)('a first talk at %s on %s needs a reason: %s', (place, day, needed) => {
  expect(firstTalkNeedsReason(place, day)).toBe(needed);
});
