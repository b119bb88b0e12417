import { describe, expect, test } from '@jest/globals';
import { isSafe, safeTotals } from './protection.ts';

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
