import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Documents } from './documents.ts';
import { shapeOf } from './shape.ts';
import { sqliteCollection } from './sqlite-collection.ts';
import { createTable } from './sqlite-table.ts';

/** The embedded store: one SQLite file. What `change` answered survives a loss of power. */
export function sqliteDocuments(file: string): Documents {
  const db = openDatabase(file);
  return {
    collection: (name, schema, contract) => {
      const validate = shapeOf(name, schema);
      return sqliteCollection(db, { table: createTable(db, name, schema as never), contract, validate });
    },
    ready: async () => undefined,
    ping: async () => void db.prepare('SELECT 1').get(),
    close: async () => db.close(),
  };
}

/** Write-ahead log, every commit on disk, and other processes waited for rather than refused. */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return db;
}
