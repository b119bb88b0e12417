import type { DatabaseSync } from 'node:sqlite';

export type Commit = <Result>(work: () => Result) => Promise<Result>;
type Waiting = { perform: () => void; committed: () => void; failed: (error: unknown) => void };

/**
 * Returns a function that commits writes in groups: writes that wait at the same moment share a transaction, and so one
 * wait for the disk, which is most of what a write costs. Each stands or falls by itself, and is answered after the
 * commit.
 */
export function groupCommit(db: DatabaseSync): Commit {
  let waiting: Waiting[] = [];
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    try {
      commit(db, group);
      for (const { committed } of group) committed();
    } catch (error) {
      for (const { failed } of group) failed(error);
    }
  };
  return (work) =>
    new Promise((resolve, reject) => {
      let settle = (): void => undefined;
      const perform = (): void => {
        settle = runWrite(db, work, { resolve, reject });
      };
      if (waiting.push({ perform, committed: () => settle(), failed: reject }) === 1) setImmediate(flush);
    });
}

function commit(db: DatabaseSync, group: readonly Waiting[]): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { perform } of group) perform();
    db.exec('COMMIT');
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs one write of the group and undoes it alone when it fails. Returns a function that answers its caller, to be
 * called once the group is on disk.
 */
function runWrite<Result>(
  db: DatabaseSync,
  work: () => Result,
  { resolve, reject }: { resolve: (result: Result) => void; reject: (error: unknown) => void },
): () => void {
  db.exec('SAVEPOINT one');
  try {
    const result = work();
    db.exec('RELEASE one');
    return () => resolve(result);
  } catch (error) {
    // A disk that is full or fails takes the whole group back at once: no savepoint is left, and none of it was
    // written.
    if (!db.isTransaction) throw error;
    db.exec('ROLLBACK TO one; RELEASE one');
    return () => reject(error);
  }
}
