import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { documentsContract } from '#shared/documents/documents.contract.ts';
import { createTable } from './table.ts';
import { sqliteDocuments } from './sqlite.ts';

documentsContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
  return {
    open: async () => sqliteDocuments(join(folder, 'store.sqlite')),
    destroy: () => rm(folder, { recursive: true }),
  };
});

describe('a store of the version before', () => {
  const declaring = (...indexes: [Record<string, 1>, { unique?: boolean; sparse?: boolean }?][]): Schema<never> => {
    const schema = new Schema({ id: String, town: String, title: String, number: String }, { _id: false });
    for (const [fields, options] of indexes) schema.index(fields, options);
    return schema as never;
  };

  test('gets the indexes that are declared now, and loses those that are not', () => {
    const db = new DatabaseSync(':memory:');
    const indexes = (): unknown[] =>
      db
        .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`)
        .all()
        .map(({ name }) => name);
    createTable(db, 'courses', declaring([{ town: 1 }], [{ title: 1 }]));
    expect(indexes()).toEqual(['courses pending', 'courses title', 'courses town']);
    createTable(db, 'courses', declaring([{ town: 1, title: 1 }], [{ number: 1 }, { unique: true, sparse: true }]));
    expect(indexes()).toEqual(['courses number present', 'courses pending', 'courses town title']);
    db.close();
  });
});
