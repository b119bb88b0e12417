import type { DatabaseSync } from 'node:sqlite';
import type { Schema } from 'mongoose';
import type { IndexPaths } from '#shared/documents/in-order.ts';
import { leadsThroughList } from '#shared/documents/shape.ts';

/**
 * One collection as SQLite keeps it: a table of JSON records, and for every indexed path through a list a table of its
 * values.
 */
export type Table = { name: string; listPaths: string[]; indexes: IndexPaths[] };

/** A path as an SQL expression on the state. Paths come from our own code, never from a request. */
export function column(path: string): string {
  if (!/^[A-Za-z][\w.]*$/.test(path)) throw new Error(`not a path into a document: ${path}`);
  return path === 'id' ? 'id' : `json_extract(state, '$.${path}')`;
}

/** The table that holds the values of a list path. */
export function valuesTable(table: string, path: string): string {
  return `"${table}/${path}"`;
}

export function createTable(db: DatabaseSync, name: string, schema: Schema<never>): Table {
  db.exec(`CREATE TABLE IF NOT EXISTS "${name}" (
    id TEXT PRIMARY KEY, revision INTEGER NOT NULL, state TEXT NOT NULL, outbox TEXT NOT NULL,
    answered TEXT NOT NULL, seen TEXT NOT NULL) WITHOUT ROWID`);
  db.exec(`CREATE INDEX IF NOT EXISTS "${name} pending" ON "${name}" (id) WHERE outbox <> '[]'`);

  const through = (path: string): boolean => leadsThroughList(schema, path);
  const declared = schema.indexes().map(([fields, options]) => indexOf(name, Object.keys(fields), options));
  const listPaths = [...new Set(declared.flatMap(({ paths }) => paths.filter(through)))];
  const indexes = declared.filter(({ paths }) => !paths.some(through));
  for (const index of indexes) db.exec(index.sql);
  dropUndeclared(db, name, indexes);
  const uniquePaths = declared.flatMap(({ paths, unique }) => (unique ? paths : []));
  for (const path of listPaths) createValues(db, { table: name, path, unique: uniquePaths.includes(path) });
  return { name, listPaths, indexes: indexes.map(({ paths }) => paths) };
}

type Index = { name: string; paths: string[]; unique: boolean; sql: string };

/**
 * Ends with the id, so that ties are in order; on a unique value there are none. A sparse one holds nobody who has no
 * value.
 */
function indexOf(table: string, declared: string[], options: { unique?: unknown; sparse?: unknown }): Index {
  const [unique, sparse] = [options.unique === true, options.sparse === true];
  const paths = [...declared, ...(unique ? [] : ['id'])];
  const name = `${table} ${declared.join(' ')}${sparse ? ' present' : ''}`;
  const only = sparse ? ` WHERE ${declared.map((path) => `${column(path)} IS NOT NULL`).join(' AND ')}` : '';
  const columns = paths.map(column).join(', ');
  const sql = `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS "${name}" ON "${table}" (${columns})${only}`;
  return { name, paths, unique, sql };
}

/** A house of the version before declared others: nothing asks for them any more, and every change would write them. */
function dropUndeclared(db: DatabaseSync, table: string, indexes: readonly Index[]): void {
  const kept = new Set([`${table} pending`, ...indexes.map(({ name }) => name)]);
  const there = db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`);
  for (const { name } of there.all(table))
    if (!kept.has(String(name))) db.exec(`DROP INDEX IF EXISTS "${String(name)}"`);
}

/** Unique: a value may be in one document only, as often as it likes. */
function createValues(
  db: DatabaseSync,
  { table, path, unique }: { table: string; path: string; unique: boolean },
): void {
  db.exec(
    `CREATE TABLE IF NOT EXISTS ${valuesTable(table, path)} (value ANY NOT NULL, id TEXT NOT NULL, PRIMARY KEY ` +
      '(value, id)) WITHOUT ROWID',
  );
  db.exec(`CREATE INDEX IF NOT EXISTS "${table}/${path} id" ON ${valuesTable(table, path)} (id)`);
  if (unique)
    db.exec(`CREATE UNIQUE INDEX IF NOT EXISTS "${table}/${path} unique" ON ${valuesTable(table, path)} (value)`);
}

/** Every value that a path through lists leads to. */
export function valuesAt(state: unknown, path: string): (string | number)[] {
  const reached = path
    .split('.')
    .reduce<unknown[]>(
      (from, part) => from.flatMap((value) => (isRecord(value) ? value[part] : undefined)).flat(),
      [state],
    );
  return reached.filter((value) => typeof value === 'string' || typeof value === 'number');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
