import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { cursorsOf } from '#shared/documents/cursor.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { shapeCheck } from '#shared/documents/shape.ts';
import type { Identified } from '#shared/documents/documents.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { groupCommit } from './group-commit.ts';
import { parsed, sqliteCollection, type Row } from './collection.ts';
import { createTable } from './table.ts';

/** The embedded store: one SQLite file. What `change` answered survives a loss of power. */
export function sqliteDocuments(file: string): Documents {
  const db = openDatabase(file);
  db.exec(
    'CREATE TABLE IF NOT EXISTS "/leases" (name TEXT PRIMARY KEY, holder TEXT NOT NULL, token INTEGER NOT ' +
      'NULL, until REAL NOT NULL) WITHOUT ROWID',
  );
  const key = secret(db, 'cursors');
  const commit = groupCommit(db);
  return {
    collection: (name, schema, contract) => {
      const validate = shapeCheck(name, schema);
      return sqliteCollection(db, {
        table: createTable(db, name, schema as never),
        contract,
        validate,
        commit,
        cursors: cursorsOf(name, key),
      });
    },
    names: async () => collectionsIn(db),
    records: (name) => records(db, name),
    lease: async (name, holder, seconds) => lease(db, { name, holder, seconds }),
    prepare: async () => [],
    ready: async () => undefined,
    ping: async () => void db.prepare('SELECT 1').get(),
    close: async () => db.close(),
  };
}

/** A key of the store, made once: whoever comes second, even at the same moment, gets the first one's. */
function secret(db: DatabaseSync, name: string): Buffer {
  db.exec('CREATE TABLE IF NOT EXISTS "/secrets" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  db.prepare('INSERT INTO "/secrets" VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(
    name,
    randomBytes(32).toString('base64'),
  );
  return Buffer.from(String(db.prepare('SELECT value FROM "/secrets" WHERE name = ?').get(name)?.value), 'base64');
}

function lease(
  db: DatabaseSync,
  { name, holder, seconds }: { name: string; holder: string; seconds: number },
): number | null {
  const row = db
    .prepare(
      `INSERT INTO "/leases" VALUES (:name, :holder, 1, unixepoch('subsec') + :seconds)
    ON CONFLICT (name) DO UPDATE SET token = token + (holder <> excluded.holder), holder = excluded.holder, until = excluded.until
    WHERE holder = excluded.holder OR until < unixepoch('subsec') RETURNING token`,
    )
    .get({ ':name': name, ':holder': holder, ':seconds': seconds });
  return row === undefined ? null : Number(row.token);
}

const BATCH = 500;

function collectionsIn(db: DatabaseSync): string[] {
  return db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%/%' ORDER BY name")
    .all()
    .map(({ name }) => String(name));
}

async function* records(db: DatabaseSync, name: string): AsyncGenerator<{ id: string } & Stored<Identified>> {
  // A house of an earlier version lacks what came since then.
  if (!collectionsIn(db).includes(name)) return;
  const next = db.prepare(`SELECT * FROM "${name.replaceAll('"', '""')}" WHERE id > ? ORDER BY id LIMIT ${BATCH}`);
  // The table was written by `sqliteCollection`.
  const after = (id: string): Row[] => next.all(id) as unknown as Row[];
  for (let rows = after(''); rows.length > 0; rows = after(rows.at(-1)?.id ?? '')) {
    for (const row of rows) yield { id: row.id, ...parsed<Identified>(row) };
  }
}

/** Write-ahead log, every commit on disk, and other processes waited for rather than refused. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return db;
}
