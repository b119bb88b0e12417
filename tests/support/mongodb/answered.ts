import { entered, numberOfValues, type IndexPaths } from '#shared/documents/in-order.ts';
import type { Shape } from './shapes.ts';

export type Declared = { paths: IndexPaths; sparse: boolean };
/** How the declared indexes answer: at once, after a sort in memory, or by looking at everything in order. */
export type Answered = 'by an index' | 'sorted in memory' | 'scanned';

/** Says whether one index leads to what is asked for, filter and order, or what it would take without one. */
export function answered({ where, sort, limited }: Shape, declared: readonly Declared[]): Answered {
  const indexes = [{ paths: ['id'], sparse: false }, ...declared].filter(
    ({ paths, sparse }) => !sparse || paths.some((path) => path in where && where[path] !== null),
  );
  const leads = ({ paths: [first = ''] }: Declared): boolean => first in where;
  const inOrder = ({ paths }: Declared): boolean => sort.length === 0 || comesInOrder(paths, { where, sort });
  const isRead = Object.keys(where).length === 0 && limited;
  if (indexes.some((index) => inOrder(index) && (leads(index) || isRead))) return 'by an index';
  return indexes.some(leads) ? 'sorted in memory' : 'scanned';
}

function comesInOrder(paths: IndexPaths, { where, sort }: Pick<Shape, 'where' | 'sort'>): boolean {
  const [by = 'id'] = sort;
  return entered(paths, { where, first: 1, ...(by !== 'id' && { sort: { by, direction: 'asc' } }) }) !== null;
}

/** True for a look-up by ids, which the index of ids answers. */
export function asksForIds({ where }: Shape): boolean {
  return numberOfValues(where.id) > 0;
}
