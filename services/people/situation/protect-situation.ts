import { isSafeStep, mayBeShown, SMALLEST_COUNT } from '#shared/protection/small-counts.ts';
import type { Breakdown, SituationCount, ExactSituation } from './count-situation.ts';
import { ALL_RECIPIENTS, figuresById, figureId, sumsOf, idWithoutObstacle, type FigureSum } from './figures-by-id.ts';
import { cellsToHide, type Cell } from './suppression.ts';

/** The figures that were published for a cut-off day; a hidden one is absent. */
export type PublishedFigures = { on: string; counts: Record<string, number> };

/**
 * Returns the numbers that may be published: none that is about fewer than three people or households; none that
 * differs by one or two from what was published of it for the month before or after, or for the same month earlier; and
 * nothing from which one of these follows. `published` is in the order of the days.
 */
export function protectedCounts(
  exact: ExactSituation,
  on: string,
  published: readonly PublishedFigures[] = [],
): Record<string, number> {
  if (isSmall(exact.recipients)) return {};
  const figures = figuresById(exact);
  const isSensitive = (id: string, count: SituationCount): boolean =>
    isSmall(count) ||
    !mayBeShown(
      published.flatMap(({ on: day, counts }) => (counts[id] === undefined ? [] : [{ on: day, count: counts[id] }])),
      { on, count: count.persons },
    );
  const sensitive = new Set([...figures].filter(([id, count]) => isSensitive(id, count)).map(([id]) => id));
  const personsOf = (id: string): number => figures.get(id)?.persons ?? 0;
  const nextToHide = (hidden: ReadonlySet<string>): string | undefined =>
    figureThatReveals(exact, { hidden, personsOf, published, on });

  let hidden = hiddenWith(sensitive, exact);
  for (let next = nextToHide(hidden); next !== undefined; next = nextToHide(hidden))
    hidden = hiddenWith(sensitive.add(next), exact);
  return Object.fromEntries([...figures.keys()].filter((id) => !hidden.has(id)).map((id) => [id, personsOf(id)]));
}

function isSmall({ persons, households }: SituationCount): boolean {
  return persons > 0 && (persons < SMALLEST_COUNT || households < SMALLEST_COUNT);
}

/** Returns the sensitive figures and those that have to be hidden with them, table by table. */
function hiddenWith(sensitive: ReadonlySet<string>, exact: ExactSituation): ReadonlySet<string> {
  return new Set([
    ...tablesOfCells(sensitive, exact).flatMap((cells) => [...cellsToHide(cells)]),
    ...hiddenObstacles(sensitive, Object.keys(exact.byObstacle)),
  ]);
}

function tablesOfCells(sensitive: ReadonlySet<string>, exact: ExactSituation): Cell[][] {
  const cellOf = (id: string, [from, to]: [string, string], count: SituationCount): Cell => ({
    id,
    from,
    to,
    count: count.persons,
    sensitive: sensitive.has(id),
  });
  // The number of recipients is no cell where it is published. Hidden, it must not follow from any list.
  const all = (from: string, to: string): Cell[] =>
    sensitive.has(ALL_RECIPIENTS) ? [cellOf(ALL_RECIPIENTS, [from, to], exact.recipients)] : [];
  const list = (name: string, breakdown: Breakdown<string>): Cell[] => [
    ...Object.entries(breakdown).map(([code, count]) => cellOf(figureId(name, code), [name, `all of ${name}`], count)),
    ...all(`all of ${name}`, name),
  ];
  const ageByDuration = [
    ...Object.entries(exact.ageByDuration).flatMap(([age, row]) =>
      Object.entries(row).map(([band, count]) => cellOf(figureId(age, band), [`row:${age}`, `column:${band}`], count)),
    ),
    ...Object.entries(exact.byAge).map(([age, count]) =>
      cellOf(figureId('age', age), ['sum:ages', `row:${age}`], count),
    ),
    ...Object.entries(exact.byDuration).map(([band, count]) =>
      cellOf(figureId('duration', band), [`column:${band}`, 'sum:durations'], count),
    ),
    ...all('sum:durations', 'sum:ages'),
  ];
  return [ageByDuration, list('qualification', exact.byQualification), list('childcare', exact.byChildcare)];
}

/** Returns both numbers of an obstacle where one must not be published: with and without it follow from each other. */
function hiddenObstacles(sensitive: ReadonlySet<string>, codes: string[]): string[] {
  const pairs = codes.map((code) => [figureId('obstacle', code), idWithoutObstacle(code)]);
  return pairs.filter((pair) => pair.some((id) => sensitive.has(id))).flat();
}

type Publishing = {
  hidden: ReadonlySet<string>;
  personsOf: (id: string) => number;
  published: readonly PublishedFigures[];
  on: string;
};

/**
 * Returns one more figure to hide where the rest of a sum, without all published parts, differs by one or two from the
 * same rest of another table. The hidden parts are not published one by one then, but that one or two people came to
 * them or left is.
 */
function figureThatReveals(exact: ExactSituation, publishing: Publishing): string | undefined {
  const { hidden, personsOf } = publishing;
  const sum = sumsOf(exact).find(({ total, parts }) => !hidden.has(total) && revealsRest({ total, parts }, publishing));
  const shownParts = sum?.parts.filter((id) => !hidden.has(id)) ?? [];
  // Zeros are the last to go: nothing can hide behind them.
  return shownParts.sort((a, b) => (personsOf(a) || Infinity) - (personsOf(b) || Infinity))[0];
}

function revealsRest({ total, parts }: FigureSum, { hidden, personsOf, published, on }: Publishing): boolean {
  const shownParts = parts.filter((id) => !hidden.has(id));
  if (shownParts.length === parts.length) return false;
  const rest = (countOf: (id: string) => number): number =>
    shownParts.reduce((remaining, id) => remaining - countOf(id), countOf(total));
  const comparable = published.filter(({ counts }) => [total, ...shownParts].every((id) => counts[id] !== undefined));
  const neighbours = [
    comparable.findLast((table) => table.on < on),
    comparable.find((table) => table.on === on),
    comparable.find((table) => table.on > on),
  ];
  return neighbours.some(
    (table) =>
      table !== undefined &&
      !isSafeStep(
        rest((id) => table.counts[id] ?? 0),
        rest(personsOf),
      ),
  );
}
