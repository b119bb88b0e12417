import { expect, test } from '@jest/globals';
import { countsWhenMissed } from './reporting-appointment.ts';

test.each([
  ['JOB_CENTRE', '2026-06-30', false],
  ['JOB_CENTRE', '2026-07-01', true],
  ['TOWN_HALL', '2026-07-01', true],
  ['PHONE', '2026-07-01', false],
  ['VIDEO', '2026-07-01', false],
  ['HOME', '2026-07-01', false],
  ['TOWN_HALL', '2013-09-02', false],
] as const)('an appointment at %s on %s counts when it is missed: %s', (place, day, counts) => {
  expect(countsWhenMissed(place, day)).toBe(counts);
});
