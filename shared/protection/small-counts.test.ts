import { describe, expect, test } from '@jest/globals';
import { correctLevels, isSafeGrowth, isSmall, mayBeShown, withLevel, type Level } from './small-counts.ts';

const shown = (...counts: number[]): Level[] =>
  counts.map((count, month) => ({ on: `2026-${String(month + 1).padStart(2, '0')}-28`, count }));
const counted = (...counts: number[]): ReadonlyMap<string, number> =>
  new Map(shown(...counts).map(({ on, count }) => [on, count]));
const counts = (levels: readonly Level[]): number[] => levels.map(({ count }) => count);

describe('a number about people that goes up and down', () => {
  test.each([
    ['at the beginning', { before: [], count: 77, told: true }],
    ['while it is the same', { before: [77], count: 77, told: true }],
    ['not when two have gone', { before: [77], count: 75, told: false }],
    ['when three have', { before: [77], count: 74, told: true }],
    ['when it is small, never', { before: [], count: 2, told: false }],
    ['when there is nobody', { before: [], count: 0, told: true }],
  ])('is shown %s', (_, { before, count, told }) => {
    expect(mayBeShown(shown(...before), { on: '2026-12-28', count })).toBe(told);
  });

  test('is measured by the one shown last, not by those that were left out', () => {
    const year = [265, 263, 262, 264, 265, 268].reduce<readonly Level[]>(
      (levels, count, month) => withLevel(levels, { on: `2026-0${month + 1}-28`, count }),
      [],
    );
    expect(counts(year)).toEqual([265, 262, 265, 268]);
  });

  test('that only grows is not shown smaller than the one before it', () => {
    expect([
      mayBeShown(shown(10), { on: '2026-12-28', count: 6 }),
      mayBeShown(shown(10), { on: '2026-12-28', count: 6 }, isSafeGrowth),
    ]).toEqual([true, false]);
  });

  test('asked for afterwards is measured by the later one as well', () => {
    expect(withLevel(shown(10, 14), { on: '2026-01-31', count: 13 })).toEqual(shown(10, 14));
    expect(counts(withLevel(shown(10, 20), { on: '2026-01-31', count: 13 }))).toEqual([10, 13, 20]);
  });
});

describe('what was shown', () => {
  test.each([
    ['stays when one is entered late', { before: [30, 40], now: [30, 41], after: [30, 40] }],
    ['stays when one is in the first month and so in both', { before: [30, 40], now: [31, 41], after: [30, 40] }],
    ['is put right when three are', { before: [30, 40], now: [33, 43], after: [33, 43] }],
    ['is put right from the month they are in', { before: [30, 40, 40], now: [30, 43, 43], after: [30, 43, 43] }],
    [
      'tells of the fourth late one only in the month of the other three',
      { before: [30, 40], now: [33, 44], after: [30, 44] },
    ],
    ['is put right downwards as well', { before: [30, 40], now: [30, 36], after: [30, 36] }],
    ['is put right downwards in a month from which it went on', { before: [8, 13], now: [5, 10], after: [5, 10] }],
    ['stays when one is taken back', { before: [8, 13], now: [7, 12], after: [8, 13] }],
    ['is never put right to a small number', { before: [0, 5], now: [0, 2], after: [0, 5] }],
    ['stays where a day is not counted again', { before: [30], now: [], after: [30] }],
  ])('%s', (_, { before, now, after }) => {
    expect(counts(correctLevels(shown(...before), counted(...now)))).toEqual(after);
  });

  test('gives back the same list when there is nothing to put right', () => {
    const before = shown(30, 40);
    expect(correctLevels(before, counted(31, 40))).toBe(before);
  });
});

/** A draw that is the same in every run. */
function drawing(seed: number): (upTo: number) => number {
  let state = seed;
  return (upTo) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * upTo);
  };
}

describe('whoever keeps everything that was ever shown', () => {
  // Talks come in any order, for any month, some are taken back, and reports are asked for in between, until any month.
  const histories = Array.from({ length: 200 }, (_, seed) => {
    const draw = drawing(seed);
    const talks = Array.from({ length: 12 }, () => 0);
    let levels: readonly Level[] = [{ on: '2025-12-31', count: 0 }];
    return Array.from({ length: 40 }, () => {
      for (let talk = draw(4), month = draw(12); talk > 0; talk -= 1, month = draw(12))
        talks[month] = (talks[month] ?? 0) + 1;
      for (let mistake = draw(6) - 3, month = draw(12); mistake > 0; mistake -= 1)
        talks[month] = Math.max(0, (talks[month] ?? 0) - 1);
      const until = (month: number): number => talks.slice(0, month + 1).reduce((sum, count) => sum + count, 0);
      const on = (month: number): string => `2026-${String(month + 1).padStart(2, '0')}-28`;
      levels = correctLevels(levels, new Map(talks.map((_, month) => [on(month), until(month)])), isSafeGrowth);
      const asked = draw(12);
      levels = withLevel(levels, { on: on(asked), count: until(asked) }, isSafeGrowth);
      return levels;
    });
  });

  test('never finds one or two between any two months of a report', () => {
    const steps = histories
      .flat()
      .flatMap((levels) => levels.flatMap((from, index) => levels.slice(index + 1).map((to) => to.count - from.count)));
    expect(steps.filter((step) => step < 0 || isSmall(step))).toEqual([]);
    expect(steps.filter((step) => step > 0).length).toBeGreaterThan(1000);
  });

  test('never finds one or two between what was shown for a month before and is shown now', () => {
    const late = histories.flatMap((versions) =>
      versions.flatMap((levels, index) =>
        (versions[index + 1] ?? []).flatMap(({ on, count }) =>
          levels.filter((former) => former.on === on).map((former) => count - former.count),
        ),
      ),
    );
    expect(late.filter((step) => isSmall(Math.abs(step)))).toEqual([]);
    expect([late.some((step) => step > 0), late.some((step) => step < 0)]).toEqual([true, true]);
  });

  test('never finds one or two between what was shown for the time between two months before and is shown now', () => {
    const between = (levels: readonly Level[], [from, to]: readonly [string, string]): number | undefined => {
      const [before, total] = [from, to].map((day) => levels.find(({ on }) => on === day)?.count);
      return before === undefined || total === undefined ? undefined : total - before;
    };
    const changes = histories.flatMap((versions) =>
      versions.flatMap((levels, index) =>
        levels
          .flatMap(({ on }, place) => levels.slice(place + 1, place + 2).map((next) => [on, next.on] as const))
          .map((months) => {
            const now = versions[index + 1] ?? levels;
            return (between(now, months) ?? 0) - (between(levels, months) ?? 0);
          }),
      ),
    );
    expect(changes.filter((change) => isSmall(Math.abs(change)))).toEqual([]);
  });
});
