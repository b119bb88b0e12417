import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { cursorsOf } from '#shared/documents/cursor.ts';
import type { Documents, Identified } from '#shared/documents/documents.ts';
import { shapeCheck } from '#shared/documents/shape.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { sqliteCollection } from './collection.ts';
import { groupCommit } from './group-commit.ts';
import { createLeases, takeLease } from './lease.ts';
import { ask, fileHealth, type FileHealth } from './outages.ts';
import { readRow, selectRows } from './row.ts';
import { ensureSecret } from './secret.ts';
import { createTable } from './table.ts';

/** Opens the embedded store: one SQLite file. What `change` answered survives a loss of power. */
export function sqliteDocuments(file: string): Documents {
  return documentsIn(openDatabase(file));
}

export function documentsIn(db: DatabaseSync): Documents {
  createLeases(db);
  const secret = ensureSecret(db, 'cursors');
  const file = fileHealth(groupCommit(db));
  return {
    collection: (name, schema, contract) => {
      const validate = shapeCheck(name, schema);
      const table = ask(() => createTable(db, name, schema as never));
      return sqliteCollection(db, { table, contract, validate, file, cursors: cursorsOf(name, secret) });
    },
    names: () => file.read(() => collectionNames(db)),
    records: (name) => readRecords(db, name),
    lease: (name, holder, seconds) => file.write(() => takeLease(db, { name, holder, seconds })),
    prepare: async () => [],
    ready: async () => undefined,
    ping: () => ping(db, file),
    close: async () => db.close(),
  };
}

/**
 * Reads; and where a write failed, tries one with some room to it: what is over ends, whether somebody writes or not.
 */
async function ping(db: DatabaseSync, file: FileHealth): Promise<void> {
  await file.read(() => db.prepare('SELECT count(*) FROM sqlite_schema').get());
  const outage = file.outage();
  if (outage?.reason === 'STORE_DAMAGED') throw outage;
  if (outage === undefined) return;
  await file.write(() => db.exec('CREATE TABLE IF NOT EXISTS "/room" (taken BLOB)'));
  await file.write(() => db.prepare('INSERT INTO "/room" VALUES (zeroblob(?))').run(ROOM_BYTES));
  await file.write(() => db.exec('DELETE FROM "/room"'));
  file.written();
}

const ROOM_BYTES = 262_144;

const BATCH = 500;

function collectionNames(db: DatabaseSync): string[] {
  return db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%/%' ORDER BY name")
    .all()
    .map(({ name }) => String(name));
}

async function* readRecords(db: DatabaseSync, name: string): AsyncGenerator<{ id: string } & Stored<Identified>> {
  // A house of an earlier version lacks what came since then.
  if (!ask(() => collectionNames(db)).includes(name)) return;
  const sql = `SELECT * FROM "${name.replaceAll('"', '""')}" WHERE id > ? ORDER BY id LIMIT ${BATCH}`;
  const after = (id: string) => ask(() => selectRows(db, sql, id));
  for (let rows = after(''); rows.length > 0; rows = after(rows.at(-1)?.id ?? '')) {
    for (const row of rows) yield { id: row.id, ...readRow<Identified>(row) };
  }
}

/** Opens a file with a write-ahead log and every commit on disk; other processes are waited for rather than refused. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return db;
}
