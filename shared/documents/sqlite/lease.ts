import type { DatabaseSync } from 'node:sqlite';

export function createLeases(db: DatabaseSync): void {
  db.exec(
    'CREATE TABLE IF NOT EXISTS "/leases" (name TEXT PRIMARY KEY, holder TEXT NOT NULL, token INTEGER NOT ' +
      'NULL, until REAL NOT NULL) WITHOUT ROWID',
  );
}

/** Takes or renews a lease by the clock of the store: it is the holder's already, or its time is over. */
export function takeLease(
  db: DatabaseSync,
  { name, holder, seconds }: { name: string; holder: string; seconds: number },
): number | null {
  const row = db
    .prepare(
      `INSERT INTO "/leases" VALUES (:name, :holder, 1, unixepoch('subsec') + :seconds)
    ON CONFLICT (name) DO UPDATE SET
      token = token + (holder <> excluded.holder), holder = excluded.holder, until = excluded.until
    WHERE holder = excluded.holder OR until < unixepoch('subsec') RETURNING token`,
    )
    .get({ ':name': name, ':holder': holder, ':seconds': seconds });
  return row === undefined ? null : Number(row.token);
}
