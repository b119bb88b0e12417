import { isSafeStep, mayBeShown, SMALLEST_COUNT } from '#shared/protection/small-counts.ts';
import type { Breakdown, Count, ExactSituation } from './count-situation.ts';
import { ALL, figuresById, idOf, sumsOf, withoutIdOf, type Sum } from './figures-by-id.ts';
import { cellsToHide, type Cell } from './suppression.ts';

/** What was told outside for a cut-off day, figure by figure; a figure that was hidden is absent. */
export type Told = { on: string; counts: Record<string, number> };

/**
 * The numbers that may be told outside: none that is about fewer than three people or households, none that is one or two
 * away from what was told of it for the month before or after, or for the same month earlier; and nothing from which one
 * of these follows. `told` is in the order of the days.
 */
export function protectedCounts(exact: ExactSituation, on: string, told: readonly Told[] = []): Record<string, number> {
  if (isSmall(exact.recipients)) return {};
  const figures = figuresById(exact);
  const isSensitive = (id: string, count: Count): boolean =>
    isSmall(count) ||
    !mayBeShown(
      told.flatMap(({ on: day, counts }) => (counts[id] === undefined ? [] : [{ on: day, count: counts[id] }])),
      { on, count: count.persons },
    );
  const sensitive = new Set([...figures].filter(([id, count]) => isSensitive(id, count)).map(([id]) => id));
  const personsOf = (id: string): number => figures.get(id)?.persons ?? 0;

  let hidden = hiddenWith(sensitive, exact);
  for (
    let open = openPart(exact, { hidden, personsOf, told, on });
    open !== undefined;
    open = openPart(exact, { hidden, personsOf, told, on })
  ) {
    hidden = hiddenWith(sensitive.add(open), exact);
  }
  return Object.fromEntries([...figures.keys()].filter((id) => !hidden.has(id)).map((id) => [id, personsOf(id)]));
}

function isSmall({ persons, households }: Count): boolean {
  return persons > 0 && (persons < SMALLEST_COUNT || households < SMALLEST_COUNT);
}

/** The sensitive figures and those that have to go with them, list by list. */
function hiddenWith(sensitive: ReadonlySet<string>, exact: ExactSituation): ReadonlySet<string> {
  const cellOf = (id: string, [from, to]: [string, string], count: Count): Cell => ({
    id,
    from,
    to,
    count: count.persons,
    sensitive: sensitive.has(id),
  });
  // A number of recipients that is told is no cell: it is known. One that is hidden must not follow from any list.
  const all = (from: string, to: string): Cell[] =>
    sensitive.has(ALL) ? [cellOf(ALL, [from, to], exact.recipients)] : [];
  const list = (name: string, breakdown: Breakdown<string>): Cell[] => [
    ...Object.entries(breakdown).map(([code, count]) => cellOf(idOf(name, code), [name, `all of ${name}`], count)),
    ...all(`all of ${name}`, name),
  ];
  const ageByDuration = [
    ...Object.entries(exact.ageByDuration).flatMap(([age, row]) =>
      Object.entries(row).map(([band, count]) => cellOf(idOf(age, band), [`row:${age}`, `column:${band}`], count)),
    ),
    ...Object.entries(exact.byAge).map(([age, count]) => cellOf(idOf('age', age), ['sum:ages', `row:${age}`], count)),
    ...Object.entries(exact.byDuration).map(([band, count]) =>
      cellOf(idOf('duration', band), [`column:${band}`, 'sum:durations'], count),
    ),
    ...all('sum:durations', 'sum:ages'),
  ];
  const tables = [ageByDuration, list('qualification', exact.byQualification), list('childcare', exact.byChildcare)];
  return new Set([
    ...tables.flatMap((cells) => [...cellsToHide(cells)]),
    ...hiddenObstacles(sensitive, Object.keys(exact.byObstacle)),
  ]);
}

/** Who knows how many have an obstacle knows how many do not: neither is told where one of them must not be. */
function hiddenObstacles(sensitive: ReadonlySet<string>, codes: string[]): string[] {
  const pairs = codes.map((code) => [idOf('obstacle', code), withoutIdOf(code)]);
  return pairs.filter((pair) => pair.some((id) => sensitive.has(id))).flat();
}

type Hiding = { hidden: ReadonlySet<string>; personsOf: (id: string) => number; told: readonly Told[]; on: string };

/**
 * One more figure to hide where what is left of a sum, when all told parts are taken away, is one or two more or fewer than
 * the same rest of another table: the hidden parts are not told one by one then, but that somebody came to them or went is.
 */
function openPart(exact: ExactSituation, hiding: Hiding): string | undefined {
  const { hidden, personsOf } = hiding;
  const open = sumsOf(exact).find((sum) => !hidden.has(sum.total) && restIsTold(sum, hiding));
  const published = open?.parts.filter((id) => !hidden.has(id)) ?? [];
  // Zeros are the last to go: nothing can hide behind them.
  return published.sort((one, other) => (personsOf(one) || Infinity) - (personsOf(other) || Infinity))[0];
}

function restIsTold({ total, parts }: Sum, { hidden, personsOf, told, on }: Hiding): boolean {
  const published = parts.filter((id) => !hidden.has(id));
  if (published.length === parts.length) return false;
  const rest = (countOf: (id: string) => number): number =>
    published.reduce((left, id) => left - countOf(id), countOf(total));
  const known = told.filter(({ counts }) => [total, ...published].every((id) => counts[id] !== undefined));
  const near = [
    known.findLast((table) => table.on < on),
    known.find((table) => table.on === on),
    known.find((table) => table.on > on),
  ];
  return near.some(
    (table) =>
      table !== undefined &&
      !isSafeStep(
        rest((id) => table.counts[id] ?? 0),
        rest(personsOf),
      ),
  );
}
