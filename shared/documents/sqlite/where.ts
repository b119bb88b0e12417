import type { CursorPosition } from '#shared/documents/cursor.ts';
import type { WhereCondition, Page, Scalar, Where } from '#shared/documents/query.ts';
import { leadingPaths } from '#shared/documents/in-order.ts';
import { column, valuesTable, type Table } from './table.ts';

type Value = string | number;
/** A piece of SQL and the values for its question marks. */
export type Sql = { text: string; values: Value[] };

const boundOperators = { from: '>=', after: '>', to: '<=', before: '<' } as const;

/** Returns the condition for the documents that meet all of `where`. */
export function whereSql(table: Table, where: Where): Sql {
  return conjunction(Object.entries(where).map(([path, condition]) => conditionOnPath(table, path, condition)));
}

/**
 * Returns the query for a page from behind the position. The page is longer than asked for by one document, which tells
 * whether a next page follows.
 */
export function pageSql(table: Table, page: Page, position: CursorPosition | null): Sql {
  const by = page.sort ? column(page.sort.by) : 'id';
  const direction = page.sort?.direction === 'desc' ? 'DESC' : 'ASC';
  const parts = sideBySide(table, page).map((where) => {
    const filter = conjunction([whereSql(table, where), ...(position ? [behind(position, by, direction)] : [])]);
    return { ...filter, text: `SELECT id, state, ${by} AS sorted FROM "${table.name}" WHERE ${filter.text}` };
  });
  const order = `${by === 'id' ? '' : `sorted ${direction}, `}id ${direction}`;
  return {
    text: `${parts.map(({ text }) => text).join(' UNION ALL ')} ORDER BY ${order} LIMIT ?`,
    values: [...parts.flatMap(({ values }) => values), page.first + 1],
  };
}

/**
 * Returns a condition of its own for each value at which an index is entered: SQLite merges their entries in order,
 * where it would sort those of one condition on all values.
 */
function sideBySide(table: Table, page: Page): Where[] {
  const paths =
    table.indexes.map((index) => leadingPaths(index, page) ?? []).sort((a, b) => b.length - a.length)[0] ?? [];
  return paths.reduce<Where[]>(
    (wheres, path) => wheres.flatMap((where) => valuesOf(where[path]).map((value) => ({ ...where, [path]: value }))),
    [page.where ?? {}],
  );
}

function valuesOf(condition: WhereCondition | undefined): WhereCondition[] {
  return typeof condition === 'object' && condition !== null && 'in' in condition && condition.in.length > 0
    ? [...new Set(condition.in)]
    : [condition ?? null];
}

/** Returns the condition for the documents behind a position. Those without the value sort first, as in MongoDB. */
function behind({ value, id }: CursorPosition, by: string, direction: 'ASC' | 'DESC'): Sql {
  const beyond = direction === 'ASC' ? '>' : '<';
  if (by === 'id') return { text: `id ${beyond} ?`, values: [id] };
  if (value === null) {
    const rest = direction === 'ASC' ? `OR ${by} IS NOT NULL` : '';
    return { text: `((${by} IS NULL AND id ${beyond} ?) ${rest})`, values: [id] };
  }
  const rest = direction === 'DESC' ? `OR ${by} IS NULL` : '';
  const tie = { text: `(${by} ${beyond} ? OR (${by} = ? AND id ${beyond} ?) ${rest})`, values: [value, value, id] };
  // The bound stands twice, so that an index is entered at the position rather than read up to it.
  const from = direction === 'ASC' ? [{ text: `${by} >= ?`, values: [value] }] : [];
  return conjunction([...from, tie].map(({ text, values }) => ({ text, values: values.map(sqlValue) })));
}

function conditionOnPath(table: Table, path: string, condition: WhereCondition): Sql {
  if (!table.listPaths.includes(path)) return conditionOnColumn(column(path), condition);
  const inner = conditionOnColumn('value', condition);
  return { text: `id IN (SELECT id FROM ${valuesTable(table.name, path)} WHERE ${inner.text})`, values: inner.values };
}

function conditionOnColumn(name: string, condition: WhereCondition): Sql {
  if (condition === null) return { text: `${name} IS NULL`, values: [] };
  if (typeof condition !== 'object') return { text: `${name} = ?`, values: [sqlValue(condition)] };
  if ('in' in condition) {
    return { text: `${name} IN (${condition.in.map(() => '?').join(', ')})`, values: condition.in.map(sqlValue) };
  }
  if ('prefix' in condition) {
    return { text: `(${name} >= ? AND ${name} < ?)`, values: [condition.prefix, `${condition.prefix}\u{10FFFF}`] };
  }
  return conjunction(
    Object.entries(condition).map(([bound, value]) => ({
      text: `${name} ${boundOperators[bound as keyof typeof boundOperators]} ?`,
      values: [sqlValue(value)],
    })),
  );
}

function conjunction(parts: Sql[]): Sql {
  if (parts.length === 0) return { text: '1', values: [] };
  return { text: parts.map(({ text }) => text).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** Returns the value as SQLite compares it: it reads a JSON boolean as 1 or 0. */
function sqlValue(value: Scalar): Value {
  return typeof value === 'boolean' ? Number(value) : value;
}
