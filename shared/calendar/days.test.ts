import { describe, expect, test } from '@jest/globals';
import {
  birthday,
  completedYears,
  dayAfter,
  dayBefore,
  daysBetween,
  daysLater,
  earlier,
  firstOfMonth,
  germanDay,
  hasDay,
  isDay,
  lastOfMonth,
  lastOfWholeMonths,
  later,
  monthNumber,
  monthOf,
  monthsLater,
} from './days.ts';

describe('days', () => {
  test.each([
    ['2026-03-01', 14, '2026-03-15'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 2, '2026-03-30'],
    ['2026-03-01', 0, '2026-03-01'],
    ['0099-12-31', 1, '0100-01-01'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01'],
  ])('%s and %i days is %s', (day, days, then) => {
    expect(daysLater(day, days)).toBe(then);
  });

  test('follow one another over the ends of months and years', () => {
    expect([dayBefore('2024-03-01'), dayBefore('2026-03-01'), dayAfter('2025-12-31')]).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-01-01',
    ]);
  });

  test('are counted from one to another, the nights in which clocks change included', () => {
    expect([
      daysBetween('2026-03-28', '2026-03-30'),
      daysBetween('2026-03-01', '2026-03-01'),
      daysBetween('2026-03-01', '2025-03-01'),
    ]).toEqual([2, 0, -365]);
  });

  test('are days that the calendar has, written in full', () => {
    expect(
      ['2024-02-29', '2026-02-29', '2026-04-31', '2026-13-01', '2026-3-1', '2026-03', '2026-03-01T00:00:00Z', ''].map(
        isDay,
      ),
    ).toEqual([true, false, false, false, false, false, false, false]);
  });

  test('belong to a stretch from its first to its last, and to one that goes on for ever after', () => {
    const days = ['2024-02-29', '2024-03-01', '2024-03-31', '2024-04-01'];
    const stretches = [
      { from: '2024-03-01', to: '2024-03-31' },
      { from: '2024-03-01' },
      { from: '2024-03-01', to: null },
    ];
    expect(stretches.map((stretch) => days.filter((day) => hasDay(stretch, day)))).toEqual([
      days.slice(1, 3),
      days.slice(1),
      days.slice(1),
    ]);
  });

  test('are earlier or later than others', () => {
    expect([
      earlier('2026-03-01', '2026-02-28'),
      later('2026-03-01', '2026-02-28'),
      later('2026-03-01', '2026-03-01'),
    ]).toEqual(['2026-02-28', '2026-03-01', '2026-03-01']);
  });
});

describe('today', () => {
  test.each([
    ['2026-02-28T22:59:59Z', '2026-02-28'],
    ['2026-02-28T23:00:00Z', '2026-03-01'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
  ])('at %s it is %s in Germany', (instant, day) => {
    expect(germanDay(new Date(instant))).toBe(day);
  });
});

describe('months', () => {
  test('have a first and a last day', () => {
    expect(
      ['2026-12-15', '2024-02-29', '0099-02-01', '9999-12-31'].map((day) => [
        monthOf(day),
        firstOfMonth(day),
        lastOfMonth(day),
      ]),
    ).toEqual([
      ['2026-12', '2026-12-01', '2026-12-31'],
      ['2024-02', '2024-02-01', '2024-02-29'],
      ['0099-02', '0099-02-01', '0099-02-28'],
      ['9999-12', '9999-12-01', '9999-12-31'],
    ]);
  });

  test('are counted over the turn of the year', () => {
    expect([
      monthNumber('2027-01-01') - monthNumber('2026-12-31'),
      monthNumber('2026-07-19') - monthNumber('2026-07-01'),
    ]).toEqual([1, 0]);
  });

  test.each([
    ['2026-05-15', 6, ['2026-11-15', '2026-11-14']],
    ['2026-11-15', 3, ['2027-02-15', '2027-02-14']],
    ['2026-01-31', 1, ['2026-02-28', '2026-02-28']],
    ['2023-12-31', 2, ['2024-02-29', '2024-02-29']],
    ['2026-08-31', 6, ['2027-02-28', '2027-02-28']],
    ['2026-02-28', 1, ['2026-03-28', '2026-03-27']],
    ['2026-01-31', 12, ['2027-01-31', '2027-01-30']],
    ['2024-02-29', 12, ['2025-02-28', '2025-02-28']],
    ['2026-03-01', 1, ['2026-04-01', '2026-03-31']],
    ['2026-03-31', -1, ['2026-02-28', '2026-02-28']],
    ['2026-03-15', 0, ['2026-03-15', '2026-03-14']],
    ['0099-12-31', 2, ['0100-02-28', '0100-02-28']],
    ['9999-12-15', 1, ['9999-12-31', '9999-12-31']],
  ])('from %s, %i of them are reached on, and last until %j', (day, months, reachedAndLast) => {
    expect([monthsLater(day, months), lastOfWholeMonths(day, months)]).toEqual(reachedAndLast);
  });
});

describe('years', () => {
  test('are completed on the birthday, which is 1 March for a person born on 29 February in a year without it', () => {
    expect([
      birthday('2000-02-29', 25),
      birthday('2000-02-29', 24),
      birthday('2000-03-15', 25),
      birthday('2001-01-31', 0),
    ]).toEqual(['2025-03-01', '2024-02-29', '2025-03-15', '2001-01-31']);
  });

  test.each(['2000-02-28', '2000-02-29', '2000-03-01', '1999-12-31'])(
    'of somebody born on %s are one more on each birthday, and not a day before',
    (born) => {
      const ages = Array.from({ length: 9 }, (_, age) => [
        completedYears(born, dayBefore(birthday(born, age))),
        completedYears(born, birthday(born, age)),
      ]);
      expect(ages).toEqual(ages.map((_, age) => [age - 1, age]));
    },
  );
});
