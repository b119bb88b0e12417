/**
 * A published count. Counts are bound together by sums: every cell adds to one sum (`from`) and takes from another (`to`),
 * e.g. a cell of a table adds to its row and takes from its column. So the sums are nodes of a network and the counts its flows.
 */
export type Cell = { id: string; from: string; to: string; count: number; sensitive: boolean };

/**
 * The cells to hide: the sensitive ones, and as many others as it takes so that no hidden count follows from the
 * published counts and sums. Zeros stay: that nobody is there tells nothing about anybody.
 */
export function cellsToHide(cells: readonly Cell[]): ReadonlySet<string> {
  const hidden = new Set(cells.filter(({ sensitive }) => sensitive).map(({ id }) => id));
  for (let open = derivable(cells, hidden); open.length > 0; open = derivable(cells, hidden)) {
    const [cover] = covers(open, cells, hidden);
    // Nothing is left to hide behind, e.g. three people in three different rows: the whole table goes, with its zeros.
    if (!cover) return new Set(cells.map(({ id }) => id));
    hidden.add(cover.id);
  }
  return withoutNeedless(cells, hidden);
}

/** What was hidden on the way and turned out not to be needed is published after all. */
function withoutNeedless(cells: readonly Cell[], hidden: Set<string>): ReadonlySet<string> {
  const covering = cells.filter(({ id, sensitive }) => hidden.has(id) && !sensitive);
  for (const { id } of covering.toSorted((one, other) => worth(other) - worth(one))) {
    hidden.delete(id);
    if (derivable(cells, hidden).length > 0) hidden.add(id);
  }
  return hidden;
}

/**
 * The hidden cells whose count only one distribution of people allows. Who reads the figures knows that a hidden count
 * is at least one; another distribution moves people around a circle of hidden cells.
 */
export function derivable(cells: readonly Cell[], hidden: ReadonlySet<string>): Cell[] {
  const movable = cells.filter(({ id }) => hidden.has(id));
  return movable.filter((cell) => {
    const others = movable.filter((other) => other !== cell);
    const canGrow = leadsTo(others, cell.to, cell.from);
    const canShrink = cell.count > 1 && leadsTo(others, cell.from, cell.to);
    return !canGrow && !canShrink;
  });
}

/** Whether a person can be moved on from one sum until the other is balanced: a cell grows along its direction and shrinks, down to one, against it. */
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

/** Cells that share a sum with a derivable one, the cheapest to lose first. */
function covers(open: readonly Cell[], cells: readonly Cell[], hidden: ReadonlySet<string>): Cell[] {
  const sums = new Set(open.flatMap(({ from, to }) => [from, to]));
  const published = cells.filter(
    ({ id, from, to, count }) => count > 0 && !hidden.has(id) && (sums.has(from) || sums.has(to)),
  );
  return published.toSorted((one, other) => worth(one) - worth(other));
}

/** A margin is what everybody asks for first, so inner cells are hidden before it; among equals the one with fewer people. */
function worth({ from, to, count }: Cell): number {
  const isMargin = from.startsWith('sum:') || to.startsWith('sum:');
  return (isMargin ? 1e9 : 0) + count;
}
