import { expect, test } from '@jest/globals';
import { countsWhenMissed } from './reporting-appointment.ts';

test.each(['JOB_CENTRE', 'TOWN_HALL'] as const)(
  'an appointment at %s from July 2026 on counts when missed',
  (place) => {
    expect(countsWhenMissed(place, '2026-07-01')).toBe(true);
  },
);

test.each(['PHONE', 'VIDEO', 'HOME'] as const)('an appointment at %s does not count when missed', (place) => {
  expect(countsWhenMissed(place, '2026-07-01')).toBe(false);
});

test.each([
  ['JOB_CENTRE', '2026-06-30'],
  ['TOWN_HALL', '2013-09-02'],
] as const)('an appointment at %s on %s, before July 2026, does not count when missed', (place, day) => {
  expect(countsWhenMissed(place, day)).toBe(false);
});
