import { describe, expect, test } from '@jest/globals';
import { isSafe, isSafeLevel, safeTotals } from './protection.ts';

describe('a figure shown to a town hall month by month', () => {
  test('is told where at least three have come since it was told last', () => {
    expect([...safeTotals([0, 1, 3, 4, 5, 7, 10])]).toEqual([0, 3, 7, 10]);
  });

  test('is told as a whole, with the one or two of the last months in it', () => {
    expect([...safeTotals([0, 3, 6, 8])]).toEqual([0, 3, 8]);
  });

  test('is not told at all while it is about one or two people', () => {
    expect([...safeTotals([0, 1, 2, 2])]).toEqual([0]);
  });

  test('tells that nothing has happened', () => {
    expect(isSafe({ before: 0, until: 0 }, [0, 0, 1])).toBe(true);
  });

  test('gives nobody away by the difference of two periods', () => {
    const totals = [0, 2, 3, 3, 4, 9, 9, 10, 11, 15, 16];
    const told = totals.flatMap((until, end) => totals.slice(0, end + 1).flatMap((before) => (isSafe({ before, until }, totals) ? [{ before, until }] : [])));
    expect(told).toContainEqual({ before: 0, until: 16 });
    const within = told.flatMap((whole) => told.filter(({ before, until }) => before >= whole.before && until <= whole.until).map(({ before, until }) => whole.until - whole.before - (until - before)));
    for (const rest of within) expect([1, 2]).not.toContain(rest);
  });
});

test.each([
  ['is told at the beginning', [77], true],
  ['is told again as long as it is the same', [77, 77], true],
  ['is not told when two have gone', [77, 77, 75], false],
  ['is told when one more has', [77, 77, 75, 74], true],
  ['is told when it comes back', [77, 75, 77], true],
  ['is never told when it is small', [2], false],
  ['is not told where nobody knows the beginning', [], false],
])('the number of recipients %s', (_, levels, told) => {
  expect(isSafeLevel(levels)).toBe(told);
});
