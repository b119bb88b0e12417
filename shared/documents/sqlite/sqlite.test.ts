import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentsContract } from '#shared/documents/documents.contract.ts';
import { sqliteDocuments } from './sqlite.ts';

documentsContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
  return {
    open: async () => sqliteDocuments(join(folder, 'store.sqlite')),
    destroy: () => rm(folder, { recursive: true }),
  };
});
