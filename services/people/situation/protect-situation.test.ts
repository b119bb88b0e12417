import { describe, expect, test } from '@jest/globals';
import { countSituation, type ExactSituation } from './count-situation.ts';
import { ALL_RECIPIENTS, sumsOf } from './figures-by-id.ts';
import { protectedCounts, type PublishedFigures } from './protect-situation.ts';
import { exactTables, situationTables } from './situation-tables.ts';
import {
  ageBands,
  childcareNeeds,
  receiptBands,
  type SituationFigure,
  type RecipientFacts,
  type SituationTables,
} from './situation.ts';
import { obstacles } from '#shared/codes/obstacles.ts';
import { vocationalQualifications } from '../person/person.ts';

/** Returns the same village for the same seed. */
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
  const published = protectedCounts(exact, '2026-06-30');
  return situationTables((id) => published[id]);
}

const alone: RecipientFacts = {
  benefitUnitId: 'b-1',
  age: 'AGE_55_PLUS',
  receipt: 'YEARS_4_PLUS',
  qualification: 'NONE',
  childcare: 'NO_CHILD_UNDER_14',
  obstacles: ['HEALTH'],
};

const counts = (figures: SituationFigure[]): (number | null)[] => figures.map(({ count }) => count);
const every = (tables: SituationTables): SituationFigure[] =>
  Object.values(tables)
    .flat()
    .flatMap((entry) => ('figures' in entry ? entry.figures : entry));

describe('the situation of a municipality', () => {
  test('those who work with the people see every number', () => {
    const { recipients, byAge, byObstacle, ageByDuration } = exactTables(
      countSituation([alone, { ...alone, age: 'AGE_15_24', obstacles: [] }]),
    );
    expect([
      recipients.count,
      counts(byAge),
      byObstacle.find(({ code }) => code === 'HEALTH'),
      ageByDuration.at(-1)?.figures.at(-1)?.count,
    ]).toEqual([2, [1, 0, 0, 0, 1], { code: 'HEALTH', count: 1, suppressed: false }, 1]);
  });

  test('the situation of two people is not published at all', () => {
    expect(
      every(protectedSituation(countSituation([alone, { ...alone, benefitUnitId: 'b-2' }]))).every(
        ({ count, suppressed }) => count === null && suppressed,
      ),
    ).toBe(true);
  });

  test('four people of one household are hidden, because a household could be recognised like one person', () => {
    expect(protectedSituation(countSituation([alone, alone, alone, alone])).recipients).toEqual({
      code: 'ALL',
      count: null,
      suppressed: true,
    });
  });

  test('the number of people with an obstacle is hidden when only two do not have it', () => {
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

  test('no published table shows a one or a two, or anything from which one follows', () => {
    const told = Array.from({ length: 300 }, (_, seed) => village(4 + (seed % 90), seed)).flatMap((people) => {
      const tables = protectedSituation(countSituation(people));
      return [...every(tables).filter(({ count }) => count === 1 || count === 2), ...differences(tables)];
    });
    expect(told).toEqual([]);
  });

  test('most figures of a larger municipality are published', () => {
    const figures = every(protectedSituation(countSituation(village(265, 7))));
    expect(figures.filter(({ suppressed }) => suppressed).length).toBeLessThan(figures.length / 3);
  });
});

describe('the situation month after month', () => {
  const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}-28`);

  /** Publishes each month of the same people, but for one or two who come, go or change. */
  function publishYear(people: number, seed: number): PublishedFigures[] {
    const pool = village(people + 24, seed);
    return months.reduce<PublishedFigures[]>((published, on, month) => {
      const gone = ((seed + month) * 7) % 3;
      const residents = pool.slice(month * gone, people + month * 2 - (seed % 2) * month);
      return [...published, { on, counts: protectedCounts(countSituation(residents), on, published) }];
    }, []);
  }
  const years = Array.from({ length: 60 }, (_, seed) => publishYear(40 + (seed % 5) * 45, seed));
  const steps = (
    published: PublishedFigures[],
    numberOf: (counts: Record<string, number>) => number | undefined,
  ): number[] => {
    const numbers = published.flatMap(({ counts: shown }) => numberOf(shown) ?? []);
    return numbers.slice(1).map((count, index) => Math.abs(count - (numbers[index] ?? count)));
  };

  test('neither the whole nor any figure moves by one or two', () => {
    const ids = new Set(years.flat().flatMap(({ counts: shown }) => Object.keys(shown)));
    const moves = years.flatMap((told) => [...ids].flatMap((id) => steps(told, (shown) => shown[id])));
    expect(moves.filter((step) => step === 1 || step === 2)).toEqual([]);
    expect(moves.filter((step) => step > 2).length).toBeGreaterThan(100);
  });

  test('no rest of a sum moves by one or two from one month to the next', () => {
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

  test('no list adds up to a hidden whole', () => {
    const hidden = years.flat().filter(({ counts: shown }) => shown[ALL_RECIPIENTS] === undefined);
    expect(hidden.length).toBeGreaterThan(20);
    const lists = sumsOf(countSituation([alone])).filter(({ total }) => total === ALL_RECIPIENTS);
    expect(
      hidden.filter(({ counts: shown }) => lists.some(({ parts }) => parts.every((id) => shown[id] !== undefined))),
    ).toEqual([]);
  });

  test('a month published later hides what an already published following month would reveal', () => {
    const [first, second] = [village(60, 3), village(62, 3)];
    const told = [{ on: '2026-07-31', counts: protectedCounts(countSituation(second), '2026-07-31') }];
    const shown = protectedCounts(countSituation(first), '2026-06-30', told);
    expect([told[0]?.counts[ALL_RECIPIENTS], shown[ALL_RECIPIENTS]]).toEqual([62, undefined]);
  });
});

/**
 * Returns the sums that leave one hidden figure, or fewer than three people, when every published part is subtracted.
 */
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
