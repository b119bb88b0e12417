import { describe, expect, test } from '@jest/globals';
import { addedUp191, inWords, wholeMonths188 } from './counted-time.ts';

const ever = { from: '2000-01-01', to: '2030-12-31' };

describe('one stretch has whole months by § 188 BGB', () => {
  test.each([
    ['two years to the day before the same number', '2024-06-16', '2026-06-15', 24],
    ['a day less is a month less', '2024-06-16', '2026-06-14', 23],
    ['from the middle of a month to the middle of another', '2020-02-15', '2025-01-14', 59],
    ['a month of the calendar', '2026-02-01', '2026-02-28', 1],
    ['a month that is too short ends on its last day', '2026-01-31', '2026-02-28', 1],
    ['the leap day belongs to such a month', '2024-01-31', '2024-02-28', 0],
    ['one day is no month', '2026-03-01', '2026-03-01', 0],
    ['across the turn of the year', '2025-12-10', '2026-01-09', 1],
  ])('%s', (_, ...[from, to, months]) => {
    expect(wholeMonths188({ from, to })).toBe(months);
  });
});

describe('several stretches are added up by § 191 BGB', () => {
  test.each([
    ['nothing is nothing', [], { months: 0, days: 0 }],
    ['one stretch keeps its days', [{ from: '2021-03-01', to: '2023-02-20' }], { months: 23, days: 20 }],
    ['a long month is a month', [{ from: '2021-03-01', to: '2022-12-31' }], { months: 22, days: 0 }],
    ['one stretch has no month of 30 days', [{ from: '2024-06-21', to: '2026-06-19' }], { months: 23, days: 30 }],
    [
      'two have one',
      [
        { from: '2021-01-01', to: '2021-01-20' },
        { from: '2021-05-01', to: '2021-05-10' },
      ],
      { months: 1, days: 0 },
    ],
    [
      'what is left over is added, 30 days a month',
      [
        { from: '2021-01-01', to: '2021-02-20' },
        { from: '2021-05-01', to: '2021-06-20' },
      ],
      { months: 3, days: 10 },
    ],
    [
      'two at the same time count once',
      [
        { from: '2021-01-01', to: '2021-03-31' },
        { from: '2021-02-01', to: '2021-02-10' },
      ],
      { months: 3, days: 0 },
    ],
    [
      'one that begins the day after another continues it',
      [
        { from: '2021-01-15', to: '2021-02-28' },
        { from: '2021-03-01', to: '2021-04-14' },
      ],
      { months: 3, days: 0 },
    ],
  ])('%s', (_, periods, time) => {
    expect(addedUp191(periods, ever)).toEqual(time);
  });

  test('what began before the window counts from its first day', () => {
    const window = { from: '2022-01-10', to: '2026-01-09' };
    expect(addedUp191([{ from: '2021-03-01', to: '2022-03-20' }], window)).toEqual({ months: 2, days: 11 });
    expect(addedUp191([{ from: '2025-12-01' }], window)).toEqual({ months: 1, days: 9 });
  });

  test.each([
    [{ months: 24, days: 0 }, '24 months'],
    [{ months: 23, days: 20 }, '23 months and 20 days'],
    [{ months: 1, days: 1 }, '1 month and 1 day'],
  ])('%j is said in words', (time, words) => {
    expect(inWords(time)).toBe(words);
  });
});
