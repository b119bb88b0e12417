import { join } from 'node:path';
import mongoose from 'mongoose';
import type { ServiceName } from '#shared/settings/settings.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { databaseOf } from '#shared/service/engines.ts';
import type { Lost } from '#shared/delivery/restored.ts';
import type { Mismatch } from './mismatches.ts';

type Revised = { _id: string; revision: number };
type Ahead = Mismatch & { collection: string };
/** False when the revision is another meanwhile. */
type Revise = (ahead: Ahead) => Promise<boolean>;

/** Lets each aggregate that the log is ahead of go on after its last event there, so that no event is said a second time. */
export async function continueAfterLog(
  found: readonly Mismatch[],
  service: ServiceName,
  config: EngineConfig,
): Promise<number> {
  const ahead = found.filter(
    (misfit): misfit is Ahead => misfit.collection !== undefined && misfit.logged > misfit.revision,
  );
  if (ahead.length === 0) return 0;
  const { mongoUrl, dataDir } = config;
  const store =
    mongoUrl === undefined
      ? onFile(join(dataDir, `${service}.sqlite`))
      : await onMongodb(mongoUrl, databaseOf(service, config));
  let continued = 0;
  try {
    for (const each of ahead) if (await store.revise(each)) continued += 1;
  } finally {
    await store.close();
  }
  return continued;
}

/** Notes the aggregates that the store has lost, so that their service starts without them. */
export async function noteLost(lost: Pick<Collection<Lost>, 'change'>, found: readonly Mismatch[]): Promise<void> {
  const stamp = { requestId: 'compare-log', at: new Date().toISOString() };
  for (const { collection, id, logged } of found)
    if (collection === undefined) await lost.change(id, () => ({ state: { id, sequence: logged }, events: [] }), stamp);
}

async function onMongodb(url: string, database: string): Promise<{ revise: Revise; close: () => Promise<void> }> {
  const connection = await mongoose
    .createConnection(url, { dbName: database, writeConcern: { w: 'majority', journal: true } })
    .asPromise();
  const records = (name: string) => connection.getClient().db(database).collection<Revised>(name);
  return {
    revise: async ({ collection, id, revision, logged }) =>
      (await records(collection).updateOne({ _id: id, revision }, { $set: { revision: logged } }, { maxTimeMS: 5000 }))
        .modifiedCount === 1,
    close: () => connection.close(),
  };
}

function onFile(file: string): { revise: Revise; close: () => Promise<void> } {
  const db = openDatabase(file);
  return {
    // The name is of a collection that the service declares.
    revise: async ({ collection, id, revision, logged }) =>
      db.prepare(`UPDATE "${collection}" SET revision = ? WHERE id = ? AND revision = ?`).run(logged, id, revision)
        .changes === 1,
    close: async () => db.close(),
  };
}
