import { describe, expect, test } from '@jest/globals';
import type { Interview } from './interview.ts';
import { countedInARow, missedInARow } from './missed-in-a-row.ts';

/** Interviews of consecutive days: M missed, H held, E excused, I invited. */
function talks(outcomes: string): Interview[] {
  const status = { M: 'MISSED', H: 'HELD', E: 'EXCUSED', I: 'INVITED' } as const;
  return Array.from(outcomes, (letter, day) => ({
    id: `${day}`,
    status: status[letter as keyof typeof status],
    scheduledAt: `2026-03-0${day + 1}T09:00:00Z`,
    invitedOn: '2026-02-20',
    place: 'JOB_CENTRE',
  }));
}

describe('interviews missed in a row', () => {
  test.each([
    ['there was no talk', '', 0],
    ['somebody is invited', 'I', 0],
    ['three were missed', 'MMM', 3],
    ['three were missed and one is still to come', 'MMMI', 3],
    ['one took place between two', 'MHM', 1],
    ['the last one took place', 'MMH', 0],
    ['the first one was excused', 'EMM', 2],
    ['one was excused between two', 'MEM', 1],
  ])('when %s (%s) are %d', (_, outcomes, missed) => {
    expect(missedInARow(talks(outcomes))).toBe(missed);
  });

  test('are counted by the day of the talk, whenever it was recorded', () => {
    expect(missedInARow(talks('MMHM').toReversed())).toBe(1);
  });

  test('are counted up to one of them', () => {
    expect(missedInARow(talks('MMHM'), '1')).toBe(2);
  });
});

describe('interviews missed in a row that §7b(4) SGB II counts', () => {
  const on = (day: string, changes: Partial<Interview> = {}): Interview => ({
    id: day,
    status: 'MISSED',
    scheduledAt: `${day}T09:00:00Z`,
    invitedOn: '2026-02-20',
    place: 'JOB_CENTRE',
    ...changes,
  });
  const phone = { place: 'PHONE' } as const;

  test.each([
    ['three on the telephone', [on('2026-07-01', phone), on('2026-07-08', phone), on('2026-07-15', phone)], 0],
    ['one in May, one in June and one in July', [on('2026-05-05'), on('2026-06-30'), on('2026-07-01')], 1],
    [
      'three in person from July on, with one on the telephone among them',
      [on('2026-07-01'), on('2026-07-08', phone), on('2026-07-15'), on('2026-07-22')],
      3,
    ],
    [
      'three around one that took place on the telephone',
      [on('2026-07-01'), on('2026-07-08', { ...phone, status: 'HELD' }), on('2026-07-15'), on('2026-07-22')],
      2,
    ],
    [
      'two around one that was excused',
      [on('2026-07-01'), on('2026-07-08', { status: 'EXCUSED' }), on('2026-07-15')],
      1,
    ],
  ])('of %s are counted by its rule', (_, interviews, counted) => {
    expect(countedInARow(interviews)).toBe(counted);
  });

  test('are counted up to one of them, which may itself count for nothing', () => {
    const interviews = [on('2026-07-01'), on('2026-07-08', phone), on('2026-07-15')];
    expect(interviews.map(({ id }) => countedInARow(interviews, id))).toEqual([1, 0, 2]);
  });
});
