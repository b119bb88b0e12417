import { describe, expect, test } from '@jest/globals';
import { countSituation } from './count-situation.ts';
import type { ExactSituation } from './count-situation.ts';
import { ALL, sumsOf } from './figures-by-id.ts';
import { protectedCounts, type Told } from './protect-situation.ts';
import { exactSituation, tablesOf } from './show-situation.ts';
import {
  ageBands,
  childcareNeeds,
  receiptBands,
  type Figure,
  type RecipientFacts,
  type SituationTables,
} from './situation.ts';
import { obstacles, vocationalQualifications } from '../person/person.ts';

/** The same village again and again: each seed another one. */
function village(people: number, seed: number): RecipientFacts[] {
  let state = seed;
  const drawn = <Code>(codes: readonly Code[]): Code => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    // Not evenly: small groups are what this is about.
    const code = codes[Math.floor(((state >>> 8) / 2 ** 24) ** 2 * codes.length)];
    if (code === undefined) throw new Error('nothing to draw from');
    return code;
  };
  return Array.from({ length: people }, (_, number) => ({
    benefitUnitId: `b-${Math.floor(number / 2)}`,
    age: drawn(ageBands),
    receipt: drawn(receiptBands),
    qualification: drawn(vocationalQualifications),
    childcare: drawn(childcareNeeds),
    obstacles: obstacles.filter(() => drawn([false, true])),
  }));
}

function protectedSituation(exact: ExactSituation): SituationTables {
  const told = protectedCounts(exact, '2026-06-30');
  return tablesOf((id) => told[id]);
}

const alone: RecipientFacts = {
  benefitUnitId: 'b-1',
  age: 'AGE_55_PLUS',
  receipt: 'YEARS_4_PLUS',
  qualification: 'NONE',
  childcare: 'NO_CHILD_UNDER_14',
  obstacles: ['HEALTH'],
};

const counts = (figures: Figure[]): (number | null)[] => figures.map(({ count }) => count);
const every = ({
  recipients,
  byAge,
  byDuration,
  byQualification,
  byChildcare,
  byObstacle,
  ageByDuration,
}: SituationTables): Figure[] => [
  recipients,
  ...byAge,
  ...byDuration,
  ...byQualification,
  ...byChildcare,
  ...byObstacle,
  ...ageByDuration.flatMap(({ figures }) => figures),
];

describe('the situation of a municipality', () => {
  test('is exact for those who work with the people', () => {
    const { recipients, byAge, byObstacle, ageByDuration } = exactSituation(
      countSituation([alone, { ...alone, age: 'AGE_15_24', obstacles: [] }]),
    );
    expect([
      recipients.count,
      counts(byAge),
      byObstacle.find(({ code }) => code === 'HEALTH'),
      ageByDuration.at(-1)?.figures.at(-1)?.count,
    ]).toEqual([2, [1, 0, 0, 0, 1], { code: 'HEALTH', count: 1, suppressed: false }, 1]);
  });

  test('of two people is not shown at all outside', () => {
    expect(
      every(protectedSituation(countSituation([alone, { ...alone, benefitUnitId: 'b-2' }]))).every(
        ({ count, suppressed }) => count === null && suppressed,
      ),
    ).toBe(true);
  });

  test('counts households as well: four people of one family are one that could be recognised', () => {
    expect(protectedSituation(countSituation([alone, alone, alone, alone])).recipients).toEqual({
      code: 'ALL',
      count: null,
      suppressed: true,
    });
  });

  test('hides how many have an obstacle when only two do not', () => {
    const people = Array.from({ length: 12 }, (_, number): RecipientFacts => ({
      ...alone,
      benefitUnitId: `b-${number}`,
      obstacles: number < 10 ? ['HEALTH'] : [],
    }));
    expect(protectedSituation(countSituation(people)).byObstacle.find(({ code }) => code === 'HEALTH')).toEqual({
      code: 'HEALTH',
      count: null,
      suppressed: true,
    });
  });

  test('never shows a one or a two, and nothing from which one follows', () => {
    const told = Array.from({ length: 300 }, (_, seed) => village(4 + (seed % 90), seed)).flatMap((people) => {
      const tables = protectedSituation(countSituation(people));
      return [...every(tables).filter(({ count }) => count === 1 || count === 2), ...differences(tables)];
    });
    expect(told).toEqual([]);
  });

  test('leaves most of a larger municipality readable', () => {
    const figures = every(protectedSituation(countSituation(village(265, 7))));
    expect(figures.filter(({ suppressed }) => suppressed).length).toBeLessThan(figures.length / 3);
  });
});

describe('the situation month after month', () => {
  const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-28`);

  /** The same people from month to month, but for one or two who come, go or change; then what was told of each month. */
  function year(people: number, seed: number): Told[] {
    const pool = village(people + 24, seed);
    return months.reduce<Told[]>((told, on, month) => {
      const gone = ((seed + month) * 7) % 3;
      const there = pool.slice(month * gone, people + month * 2 - (seed % 2) * month);
      return [...told, { on, counts: protectedCounts(countSituation(there), on, told) }];
    }, []);
  }
  const years = Array.from({ length: 60 }, (_, seed) => year(40 + (seed % 5) * 45, seed));
  const steps = (told: Told[], numberOf: (counts: Record<string, number>) => number | undefined): number[] => {
    const known = told.flatMap(({ counts: shown }) => numberOf(shown) ?? []);
    return known.slice(1).map((count, index) => Math.abs(count - (known[index] ?? count)));
  };

  test('never moves by one or two, neither the whole nor any figure', () => {
    const ids = new Set(years.flat().flatMap(({ counts: shown }) => Object.keys(shown)));
    const moves = years.flatMap((told) => [...ids].flatMap((id) => steps(told, (shown) => shown[id])));
    expect(moves.filter((step) => step === 1 || step === 2)).toEqual([]);
    expect(moves.filter((step) => step > 2).length).toBeGreaterThan(100);
  });

  test('leaves no rest of a sum that moves by one or two from one month to the next', () => {
    const sums = sumsOf(countSituation([alone]));
    const told = years.flatMap((all) =>
      all.slice(1).flatMap(({ counts: now }, index) =>
        sums.flatMap(({ total, parts }) => {
          const before = all[index]?.counts ?? {};
          const published = parts.filter((id) => now[id] !== undefined);
          const known = [total, ...published].every((id) => now[id] !== undefined && before[id] !== undefined);
          const rest = (shown: Record<string, number>): number =>
            published.reduce((left, id) => left - (shown[id] ?? 0), shown[total] ?? 0);
          const step = known && published.length < parts.length ? Math.abs(rest(now) - rest(before)) : 0;
          return step === 1 || step === 2 ? [`${total} in ${String(index)}: ${step}`] : [];
        }),
      ),
    );
    expect(told).toEqual([]);
  });

  test('does not give a hidden whole away by a list that adds up to it', () => {
    const hidden = years.flat().filter(({ counts: shown }) => shown[ALL] === undefined);
    expect(hidden.length).toBeGreaterThan(20);
    const lists = sumsOf(countSituation([alone])).filter(({ total }) => total === ALL);
    expect(
      hidden.filter(({ counts: shown }) => lists.some(({ parts }) => parts.every((id) => shown[id] !== undefined))),
    ).toEqual([]);
  });

  test('tells of the month before nothing that the month after gives away', () => {
    const [first, second] = [village(60, 3), village(62, 3)];
    const told = [{ on: '2026-07-31', counts: protectedCounts(countSituation(second), '2026-07-31') }];
    const shown = protectedCounts(countSituation(first), '2026-06-30', told);
    expect([told[0]?.counts[ALL], shown[ALL]]).toEqual([62, undefined]);
  });
});

/** What remains of a sum when everything published is taken away: nothing, or three and more people in at least two figures. */
function differences({
  recipients,
  byAge,
  byDuration,
  byQualification,
  byChildcare,
  ageByDuration,
}: SituationTables): string[] {
  const sums = [
    ...[byAge, byDuration, byQualification, byChildcare].map((parts) => ({ sum: recipients, parts })),
    ...ageByDuration.map(({ figures }, row) => ({ sum: byAge[row], parts: figures })),
    ...byDuration.map((sum, column) => ({ sum, parts: ageByDuration.flatMap(({ figures }) => figures[column] ?? []) })),
  ];
  return sums.flatMap(({ sum, parts }) => {
    const hidden = parts.filter(({ suppressed }) => suppressed);
    if (sum?.count === null || sum === undefined || hidden.length === 0) return [];
    const rest = sum.count - parts.reduce((known, { count }) => known + (count ?? 0), 0);
    return hidden.length === 1 || rest < 3 ? [`${sum.code}: ${rest} people in ${hidden.length} hidden figures`] : [];
  });
}
