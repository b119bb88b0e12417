import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { rebuildContract } from './rebuild.contract.ts';

rebuildContract('on files', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-rebuild-'));
  return {
    open: async () => ({
      documents: sqliteDocuments(join(folder, 'insights.sqlite')),
      events: sqliteEvents(join(folder, 'events.sqlite')),
    }),
    destroy: () => rm(folder, { recursive: true }),
  };
});
