/**
 * A count of a table. Counts are bound together by sums: every cell adds to one sum (`from`) and takes from another
 * (`to`), as a cell of a table adds to its row and takes from its column. So the sums are nodes of a network and the
 * counts its flows.
 */
export type Cell = { id: string; from: string; to: string; count: number; sensitive: boolean };

/**
 * Returns the cells to hide: the sensitive ones, and as many others as it takes so that no hidden count follows from
 * the published counts and sums. Zeros stay: that nobody is there reveals nothing about anybody.
 */
export function cellsToHide(cells: readonly Cell[]): ReadonlySet<string> {
  const hidden = new Set(cells.filter(({ sensitive }) => sensitive).map(({ id }) => id));
  for (let open = derivableCells(cells, hidden); open.length > 0; open = derivableCells(cells, hidden)) {
    const [cover] = coversFor(open, cells, hidden);
    // Nothing is left to hide behind, e.g. three people in three different rows: the whole table goes, with its zeros.
    if (!cover) return new Set(cells.map(({ id }) => id));
    hidden.add(cover.id);
  }
  return withoutNeedless(cells, hidden);
}

/** Returns the hidden cells without those that turned out not to be needed. */
function withoutNeedless(cells: readonly Cell[], hidden: Set<string>): ReadonlySet<string> {
  const covering = cells.filter(({ id, sensitive }) => hidden.has(id) && !sensitive);
  for (const { id } of covering.toSorted((a, b) => hidingCost(b) - hidingCost(a))) {
    hidden.delete(id);
    if (derivableCells(cells, hidden).length > 0) hidden.add(id);
  }
  return hidden;
}

/**
 * Returns the hidden cells with only one possible count. A reader knows that a hidden count is at least one; another
 * distribution of people moves some of them around a circle of hidden cells.
 */
export function derivableCells(cells: readonly Cell[], hidden: ReadonlySet<string>): Cell[] {
  const movable = cells.filter(({ id }) => hidden.has(id));
  return movable.filter((cell) => {
    const others = movable.filter((other) => other !== cell);
    const canGrow = leadsTo(others, cell.to, cell.from);
    const canShrink = cell.count > 1 && leadsTo(others, cell.from, cell.to);
    return !canGrow && !canShrink;
  });
}

/**
 * True when a person can be moved on from one sum until the other is balanced. A cell grows along its direction, and
 * shrinks, down to one, against it.
 */
function leadsTo(cells: readonly Cell[], start: string, goal: string): boolean {
  const reached = new Set([start]);
  for (const node of reached) {
    for (const { from, to, count } of cells) {
      if (from === node) reached.add(to);
      if (to === node && count > 1) reached.add(from);
    }
  }
  return reached.has(goal);
}

/** Returns the cells that share a sum with a derivable one, the least valuable first. */
function coversFor(open: readonly Cell[], cells: readonly Cell[], hidden: ReadonlySet<string>): Cell[] {
  const sums = new Set(open.flatMap(({ from, to }) => [from, to]));
  const published = cells.filter(
    ({ id, from, to, count }) => count > 0 && !hidden.has(id) && (sums.has(from) || sums.has(to)),
  );
  return published.toSorted((a, b) => hidingCost(a) - hidingCost(b));
}

/**
 * Returns how late a cell is hidden: inner cells before margins, which everybody asks for first; fewer people before
 * more.
 */
function hidingCost({ from, to, count }: Cell): number {
  const isMargin = from.startsWith('sum:') || to.startsWith('sum:');
  return (isMargin ? 1e9 : 0) + count;
}
