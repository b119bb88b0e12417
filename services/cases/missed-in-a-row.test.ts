import { describe, expect, test } from '@jest/globals';
import type { Interview } from './case.ts';
import { missedInARow } from './missed-in-a-row.ts';

/** Interviews of consecutive days: M missed, H held, E excused, I invited. */
function talks(outcomes: string): Interview[] {
  const status = { M: 'MISSED', H: 'HELD', E: 'EXCUSED', I: 'INVITED' } as const;
  return Array.from(outcomes, (letter, day) => ({ id: `${day}`, status: status[letter as keyof typeof status], scheduledAt: `2026-03-0${day + 1}T09:00:00Z`, invitedOn: '2026-02-20', place: 'JOB_CENTRE' }));
}

describe('interviews missed in a row', () => {
  test.each([
    ['', 0],
    ['I', 0],
    ['MMM', 3],
    ['MMMI', 3],
    ['MHM', 1],
    ['MMH', 0],
    ['EMM', 2],
    ['MEM', 1],
  ])('of %s: %d', (outcomes, missed) => {
    expect(missedInARow(talks(outcomes))).toBe(missed);
  });

  test('are counted by the day of the talk, whenever it was recorded', () => {
    expect(missedInARow(talks('MMHM').toReversed())).toBe(1);
  });

  test('are counted up to one of them', () => {
    expect(missedInARow(talks('MMHM'), '1')).toBe(2);
  });
});
