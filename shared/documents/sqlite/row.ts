import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { alreadyExists } from '#shared/documents/record.ts';
import type { Stored } from '#shared/documents/stored.ts';
import type { Identified } from '#shared/documents/documents.ts';
import type { RecordChange } from '#shared/documents/writing.ts';
import { waitingEvents } from './outbox.ts';
import { valuesAt, valuesTable, type Table } from './table.ts';

/** A record as SQLite keeps it; `sorted` is the value that a page is sorted by. */
export type Row = {
  id: string;
  revision: number;
  state: string;
  outbox: string;
  answered: string;
  seen: string;
  sorted: string | number | null;
};

export function selectRows(db: DatabaseSync, sql: string, ...values: SQLInputValue[]): Row[] {
  // The tables were written by `storeRow`.
  return db.prepare(sql).all(...values) as unknown as Row[];
}

export function readRow<State>({ revision, state, outbox, answered, seen }: Row): Stored<State> {
  const read = (text: string): unknown => JSON.parse(text);
  // Written by `storeRow` from a Stored<State>.
  return {
    revision,
    state: read(state),
    outbox: read(outbox),
    answered: read(answered),
    seen: read(seen),
  } as Stored<State>;
}

/**
 * Stores a change under the guard of the revision. Returns false when another writer was faster: then nothing was
 * written. Events the relay took meanwhile do not come back.
 */
export function storeRow(db: DatabaseSync, table: Table, change: RecordChange<Identified>): boolean {
  try {
    if (!writeRow(db, table.name, change)) return false;
    const { id, after } = change;
    for (const path of table.listPaths)
      replaceValues(db, valuesTable(table.name, path), { id, values: valuesAt(after.state, path) });
    return true;
  } catch (error) {
    if (isUniqueViolation(error)) throw alreadyExists();
    throw error;
  }
}

function writeRow(db: DatabaseSync, table: string, { id, before, after }: RecordChange<Identified>): boolean {
  const { revision, state, answered, seen } = after;
  const columns = [revision, JSON.stringify(state), JSON.stringify(answered), JSON.stringify(seen)];
  if (!before) {
    const insert = db.prepare(
      `INSERT INTO "${table}" (revision, state, answered, seen, outbox, id) VALUES (?, ?, ?, ?, ?, ?) ` +
        'ON CONFLICT (id) DO NOTHING',
    );
    return insert.run(...columns, JSON.stringify(after.outbox), id).changes > 0;
  }
  const outbox = [...waitingEvents(db, table, id), ...after.outbox.slice(before.outbox.length)];
  const update = db.prepare(
    `UPDATE "${table}" SET revision = ?, state = ?, answered = ?, seen = ?, outbox = ? WHERE id = ? AND revision = ?`,
  );
  return update.run(...columns, JSON.stringify(outbox), id, before.revision).changes > 0;
}

function replaceValues(
  db: DatabaseSync,
  table: string,
  { id, values }: { id: string; values: (string | number)[] },
): void {
  db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  for (const value of new Set(values)) db.prepare(`INSERT INTO ${table} (value, id) VALUES (?, ?)`).run(value, id);
}

/** SQLITE_CONSTRAINT_UNIQUE */
function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === 2067;
}
