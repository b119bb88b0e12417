import type { WhereCondition, Page } from './query.ts';

/** The paths of a declared index, in their order; one that is not unique ends with the id. */
export type IndexPaths = readonly string[];

/**
 * The number of index entries, each in its own order, that are read side by side; MongoDB does not read more either.
 */
export const MOST_SIDE_BY_SIDE = 200;

/**
 * Returns the leading paths at which an index is entered, when the entries behind them come in the order of the page;
 * null when they would have to be sorted.
 */
export function leadingPaths(index: IndexPaths, { where = {}, sort }: Page): string[] | null {
  const first = index.findIndex((path) => numberOfValues(where[path]) === 0);
  const leading = index.slice(0, first === -1 ? index.length : first);
  const order = [...(sort ? [sort.by] : []), 'id'].filter((path) => numberOfValues(where[path]) !== 1);
  if (leading.reduce((product, path) => product * numberOfValues(where[path]), 1) > MOST_SIDE_BY_SIDE) return null;
  return order.every((path, at) => index[leading.length + at] === path) ? leading : null;
}

/** Returns how many single values a condition asks for; 0 where it asks for a range, or for anything. */
export function numberOfValues(condition: WhereCondition | undefined): number {
  if (condition === undefined) return 0;
  if (condition === null || typeof condition !== 'object') return 1;
  return 'in' in condition ? new Set(condition.in).size : 0;
}
