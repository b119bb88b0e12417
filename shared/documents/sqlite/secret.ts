import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** Returns a key of the store, made once: whoever comes second, even at the same moment, gets the first one's. */
export function ensureSecret(db: DatabaseSync, name: string): Buffer {
  db.exec('CREATE TABLE IF NOT EXISTS "/secrets" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID');
  db.prepare('INSERT INTO "/secrets" VALUES (?, ?) ON CONFLICT (name) DO NOTHING').run(
    name,
    randomBytes(32).toString('base64'),
  );
  return Buffer.from(String(db.prepare('SELECT value FROM "/secrets" WHERE name = ?').get(name)?.value), 'base64');
}
