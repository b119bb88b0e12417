import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import type { Engines } from '#shared/service/engines.ts';

/**
 * Where a suite gets its engines from: `open` may be called several times and reaches the same store and log, empty at
 * first.
 */
export type EnginesUnderTest = {
  open: () => Promise<Pick<Engines, 'documents' | 'events'>>;
  destroy: () => Promise<void>;
};

/** Makes a store and a log in a temporary folder. */
export async function enginesOnFiles(): Promise<EnginesUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-insights-'));
  return {
    open: async () => ({
      documents: sqliteDocuments(join(folder, 'insights.sqlite')),
      events: sqliteEvents(join(folder, 'events.sqlite')),
    }),
    destroy: () => rm(folder, { recursive: true }),
  };
}
