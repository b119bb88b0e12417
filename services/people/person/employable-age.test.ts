import { describe, expect, test } from '@jest/globals';
import { birthDateOf, childUntil, employableTime } from './employable-age.ts';

describe('the age of employable recipients', () => {
  test.each([
    ['from the fifteenth birthday', '1999-05-17', '2014-05-17'],
    ['which is a day that the calendar has', '2012-02-29', '2027-03-01'],
  ])('begins %s', (_, birthDate, from) => {
    expect(employableTime(birthDate).from).toBe(from);
  });

  test.each([
    ['65, born before 1947', '1946-12-31', '2011-12-31'],
    ['65 and a month', '1947-01-15', '2012-02-29'],
    ['65 and four months', '1950-07-10', '2015-11-30'],
    ['65 and eleven months', '1957-06-20', '2023-05-31'],
    ['66', '1958-06-20', '2024-06-30'],
    ['66 and two months', '1959-06-20', '2025-08-31'],
    ['66 and ten months', '1963-06-20', '2030-04-30'],
    ['67, born from 1964 on', '1964-06-20', '2031-06-30'],
    ['67, born much later', '1999-05-17', '2066-05-31'],
  ])('ends with the month of %s', (_, birthDate, to) => {
    expect(employableTime(birthDate).to).toBe(to);
  });

  test('ends a month earlier for people born on the first of a month: they complete their years the day before', () => {
    expect(['1960-03-01', '1960-03-02'].map((birthDate) => employableTime(birthDate).to)).toEqual([
      '2026-06-30',
      '2026-07-31',
    ]);
  });

  test.each(['1950-07-10', '1952-02-29', '1952-03-01', '1964-01-01'])(
    'follows as well from the fifteenth birthday: %s',
    (birthDate) => {
      const time = employableTime(birthDate);
      expect(employableTime(birthDateOf(time.from))).toEqual(time);
    },
  );
});

test('a child of the household is one until the day before the twenty-fifth birthday', () => {
  expect(['2001-03-15', '2000-02-29'].map(childUntil)).toEqual(['2026-03-14', '2025-02-28']);
});
