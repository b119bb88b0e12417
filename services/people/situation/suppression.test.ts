import { describe, expect, test } from '@jest/globals';
import { cellsToHide, derivableCells, type Cell } from './suppression.ts';

/** Returns a table with its margins; the total is published. */
function table(counts: number[][]): Cell[] {
  const rowSums = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columnSums = (counts[0] ?? []).map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const cell = (id: string, [from, to]: [string, string], count: number): Cell => ({
    id,
    from,
    to,
    count,
    sensitive: count > 0 && count < 3,
  });
  return [
    ...counts.flatMap((row, r) => row.map((count, c) => cell(`${r}/${c}`, [`row:${r}`, `column:${c}`], count))),
    ...rowSums.map((count, r) => cell(`row ${r}`, ['sum:rows', `row:${r}`], count)),
    ...columnSums.map((count, c) => cell(`column ${c}`, [`column:${c}`, 'sum:columns'], count)),
  ];
}

describe('hiding small counts', () => {
  test('nothing is hidden where nobody could be recognised', () => {
    expect(
      cellsToHide(
        table([
          [5, 4],
          [0, 7],
        ]),
      ),
    ).toEqual(new Set());
  });

  test('another count is hidden in the row and in the column of a hidden one, so that no sum reveals it', () => {
    expect(
      cellsToHide(
        table([
          [2, 9],
          [8, 7],
        ]),
      ),
    ).toEqual(new Set(['0/0', '0/1', '1/0', '1/1']));
  });

  test('two counts that must both be one, because their sum is two, hide their sum as well', () => {
    const cells = table([
      [1, 1, 0],
      [0, 9, 8],
      [5, 6, 7],
    ]);
    expect(derivableCells(cells, new Set(['0/0', '0/1'])).map(({ id }) => id)).toEqual(['0/0', '0/1']);
    expect(derivableCells(cells, cellsToHide(cells))).toEqual([]);
  });

  test('three people who differ in everything leave no table to publish', () => {
    const cells = table([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(cellsToHide(cells)).toEqual(new Set(cells.map(({ id }) => id)));
  });
});

/** Finds, by trying, every table with the same published counts in which each hidden count is at least one. */
function worlds(counts: number[][], hidden: ReadonlySet<string>): number[][][] {
  const known = new Map(
    table(counts)
      .filter(({ id }) => !hidden.has(id))
      .map(({ id, count }) => [id, count]),
  );
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const size = { rows: counts.length, columns: counts[0]?.length ?? 0 };
  const fits = (world: number[][]): boolean =>
    world.flat().reduce((sum, count) => sum + count, 0) === total &&
    table(world).every(({ id, count }) => (known.has(id) ? known.get(id) === count : count >= 1));
  const filled = (flat: number[], left: number): number[][] => {
    if (flat.length === size.rows * size.columns) return [flat];
    const given = known.get(`${Math.floor(flat.length / size.columns)}/${flat.length % size.columns}`);
    const options =
      given === undefined ? Array.from({ length: left }, (_, less) => less + 1) : given <= left ? [given] : [];
    return options.flatMap((count) => filled([...flat, count], left - count));
  };
  return filled([], total)
    .map((flat) =>
      Array.from({ length: size.rows }, (_, row) => flat.slice(row * size.columns, (row + 1) * size.columns)),
    )
    .filter(fits);
}

describe('a reader who tries out every table that fits the published figures', () => {
  // Every table of these shapes with small counts is worked through, not a sample of them.
  const shapes = [...allTables({ rows: 2, columns: 2, upTo: 4 }), ...allTables({ rows: 2, columns: 3, upTo: 2 })];

  test('a reader who tries every table finds no hidden count that is the same in all of them', () => {
    const told = shapes.flatMap((counts) => {
      const cells = table(counts);
      const hidden = cellsToHide(cells);
      if (hidden.size === 0 || hidden.size === cells.length) return [];
      const possible = worlds(counts, hidden).map((world) => new Map(table(world).map(({ id, count }) => [id, count])));
      return [...hidden]
        .filter((id) => new Set(possible.map((world) => world.get(id))).size < 2)
        .map((id) => ({ counts, id }));
    });
    expect(told).toEqual([]);
  });

  test('a reader who tries every table finds exactly the counts that the check calls derivable', () => {
    const wrong = shapes
      .filter((_, index) => index % 7 === 0)
      .filter((counts) => {
        const cells = table(counts);
        const hidden = new Set(cells.filter(({ sensitive }) => sensitive).map(({ id }) => id));
        const possible = worlds(counts, hidden).map(
          (world) => new Map(table(world).map(({ id, count }) => [id, count])),
        );
        const told = [...hidden].filter((id) => new Set(possible.map((world) => world.get(id))).size < 2);
        return JSON.stringify(told) !== JSON.stringify(derivableCells(cells, hidden).map(({ id }) => id));
      });
    expect(wrong).toEqual([]);
  });
});

function allTables({ rows, columns, upTo }: { rows: number; columns: number; upTo: number }): number[][][] {
  const digits = upTo + 1;
  return Array.from({ length: digits ** (rows * columns) }, (_, number) =>
    Array.from({ length: rows }, (__, row) =>
      Array.from(
        { length: columns },
        (___, column) => Math.floor(number / digits ** (row * columns + column)) % digits,
      ),
    ),
  );
}
