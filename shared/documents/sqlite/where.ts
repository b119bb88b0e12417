import type { CursorPosition } from '#shared/documents/cursor.ts';
import type { Condition, Page, Scalar, Where } from '#shared/documents/query.ts';
import { entered } from '#shared/documents/in-order.ts';
import { column, valuesTable, type Table } from './table.ts';

type Value = string | number;
/** A piece of SQL and the values for its question marks. */
export type Sql = { text: string; values: Value[] };

const bounds = { from: '>=', after: '>', to: '<=', before: '<' } as const;

/** Every document that meets all conditions. */
export function matching(table: Table, where: Where): Sql {
  return all(Object.entries(where).map(([path, condition]) => onPath(table, path, condition)));
}

/**
 * A page from behind the place, longer than asked for by one document, so that the caller sees whether there is a next
 * one.
 */
export function pageOf(table: Table, page: Page, place: CursorPosition | null): Sql {
  const by = page.sort ? column(page.sort.by) : 'id';
  const direction = page.sort?.direction === 'desc' ? 'DESC' : 'ASC';
  const parts = sideBySide(table, page).map((where) => {
    const filter = all([matching(table, where), ...(place ? [behind(place, by, direction)] : [])]);
    return { ...filter, text: `SELECT id, state, ${by} AS sorted FROM "${table.name}" WHERE ${filter.text}` };
  });
  return {
    text: `${parts.map(({ text }) => text).join(' UNION ALL ')} ORDER BY ${by === 'id' ? '' : `sorted ${direction}, `}id ${direction} LIMIT ?`,
    values: [...parts.flatMap(({ values }) => values), page.first + 1],
  };
}

/**
 * For each value at which an index is entered its own condition: SQLite merges them in order, where one condition on
 * all of them would be sorted.
 */
function sideBySide(table: Table, page: Page): Where[] {
  const paths = table.indexes.map((index) => entered(index, page) ?? []).sort((a, b) => b.length - a.length)[0] ?? [];
  return paths.reduce<Where[]>(
    (wheres, path) => wheres.flatMap((where) => valuesOf(where[path]).map((value) => ({ ...where, [path]: value }))),
    [page.where ?? {}],
  );
}

function valuesOf(condition: Condition | undefined): Condition[] {
  return typeof condition === 'object' && condition !== null && 'in' in condition && condition.in.length > 0
    ? [...new Set(condition.in)]
    : [condition ?? null];
}

/** Documents without the value sort first, as they do in MongoDB. */
function behind({ value, id }: CursorPosition, by: string, direction: 'ASC' | 'DESC'): Sql {
  const beyond = direction === 'ASC' ? '>' : '<';
  if (by === 'id') return { text: `id ${beyond} ?`, values: [id] };
  if (value === null) {
    const rest = direction === 'ASC' ? `OR ${by} IS NOT NULL` : '';
    return { text: `((${by} IS NULL AND id ${beyond} ?) ${rest})`, values: [id] };
  }
  const rest = direction === 'DESC' ? `OR ${by} IS NULL` : '';
  const tie = { text: `(${by} ${beyond} ? OR (${by} = ? AND id ${beyond} ?) ${rest})`, values: [value, value, id] };
  // Said twice, so that an index is entered at the place rather than read up to it.
  const from = direction === 'ASC' ? [{ text: `${by} >= ?`, values: [value] }] : [];
  return all([...from, tie].map(({ text, values }) => ({ text, values: values.map(stored) })));
}

function onPath(table: Table, path: string, condition: Condition): Sql {
  if (!table.listPaths.includes(path)) return onColumn(column(path), condition);
  const inner = onColumn('value', condition);
  return { text: `id IN (SELECT id FROM ${valuesTable(table.name, path)} WHERE ${inner.text})`, values: inner.values };
}

function onColumn(name: string, condition: Condition): Sql {
  if (condition === null) return { text: `${name} IS NULL`, values: [] };
  if (typeof condition !== 'object') return { text: `${name} = ?`, values: [stored(condition)] };
  if ('in' in condition) {
    return { text: `${name} IN (${condition.in.map(() => '?').join(', ')})`, values: condition.in.map(stored) };
  }
  if ('prefix' in condition) {
    return { text: `(${name} >= ? AND ${name} < ?)`, values: [condition.prefix, `${condition.prefix}\u{10FFFF}`] };
  }
  return all(
    Object.entries(condition).map(([bound, value]) => ({
      text: `${name} ${bounds[bound as keyof typeof bounds]} ?`,
      values: [stored(value)],
    })),
  );
}

function all(parts: Sql[]): Sql {
  if (parts.length === 0) return { text: '1', values: [] };
  return { text: parts.map(({ text }) => text).join(' AND '), values: parts.flatMap(({ values }) => values) };
}

/** SQLite reads a JSON boolean as 1 or 0. */
function stored(value: Scalar): Value {
  return typeof value === 'boolean' ? Number(value) : value;
}
