import { join } from 'node:path';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { openMongodbAdmin, type RevisionChange } from '#shared/documents/mongodb/admin.ts';
import { openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { databaseOf } from '#shared/service/engines.ts';
import type { LostAggregate } from '#shared/delivery/store-behind-log.ts';
import type { Mismatch } from './mismatches.ts';

type RevisionStore = {
  /** Returns false when the record has another revision meanwhile. */
  setRevision: (change: RevisionChange) => Promise<boolean>;
  close: () => Promise<void>;
};

/**
 * Lets each aggregate that the log is ahead of go on after its last event there, so that no event is published a second
 * time. Returns how many go on.
 */
export async function continueAfterLog(
  mismatches: readonly Mismatch[],
  service: ServiceName,
  config: EngineConfig,
): Promise<number> {
  const behind = mismatches.flatMap(({ collection, id, revision, logged }): RevisionChange[] =>
    collection !== undefined && logged > revision ? [{ collection, id, from: revision, to: logged }] : [],
  );
  if (behind.length === 0) return 0;
  const { mongoUrl, dataDir } = config;
  const store =
    mongoUrl === undefined
      ? sqliteRevisions(join(dataDir, `${service}.sqlite`))
      : await mongodbRevisions(mongoUrl, databaseOf(service, config));
  let continued = 0;
  try {
    for (const change of behind) if (await store.setRevision(change)) continued += 1;
  } finally {
    await store.close();
  }
  return continued;
}

/** Notes the aggregates that the store has lost, so that their service starts without them. */
export async function noteLost(
  lost: Pick<Collection<LostAggregate>, 'change'>,
  mismatches: readonly Mismatch[],
): Promise<void> {
  const stamp = { requestId: 'compare-log', at: new Date().toISOString() };
  for (const { collection, id, logged } of mismatches)
    if (collection === undefined) await lost.change(id, () => ({ state: { id, sequence: logged }, events: [] }), stamp);
}

async function mongodbRevisions(url: string, database: string): Promise<RevisionStore> {
  const admin = await openMongodbAdmin(url);
  return { setRevision: (change) => admin.setRevision(database, change), close: admin.close };
}

function sqliteRevisions(file: string): RevisionStore {
  const db = openDatabase(file);
  return {
    // The name is of a collection that the service declares.
    setRevision: async ({ collection, id, from, to }) =>
      db.prepare(`UPDATE "${collection}" SET revision = ? WHERE id = ? AND revision = ?`).run(to, id, from).changes ===
      1,
    close: async () => db.close(),
  };
}
