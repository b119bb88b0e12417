import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { groupCommit } from './group-commit.ts';

function store(): { insert: (id: string) => Promise<string>; ids: () => unknown[]; db: DatabaseSync } {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE people (id TEXT PRIMARY KEY) WITHOUT ROWID');
  const commit = groupCommit(db);
  return {
    db,
    insert: (id) =>
      commit(() => {
        db.prepare('INSERT INTO people VALUES (?)').run(id);
        return id;
      }),
    ids: () =>
      db
        .prepare('SELECT id FROM people ORDER BY id')
        .all()
        .map(({ id }) => id),
  };
}

describe('writes that wait at the same moment', () => {
  test('are all written, and each has its own answer', async () => {
    const { insert, ids } = store();
    expect(await Promise.all([insert('ada'), insert('ben')])).toEqual(['ada', 'ben']);
    expect(ids()).toEqual(['ada', 'ben']);
  });

  test('stand or fall each by itself', async () => {
    const { insert, ids } = store();
    const answers = await Promise.allSettled([insert('ada'), insert('ada'), insert('ben')]);
    expect([answers.map(({ status }) => status), ids()]).toEqual([
      ['fulfilled', 'rejected', 'fulfilled'],
      ['ada', 'ben'],
    ]);
  });

  test('are all told when the store is gone', async () => {
    const { insert, db } = store();
    const writes = [insert('ada'), insert('ben')];
    db.close();
    expect((await Promise.allSettled(writes)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});
