import mongoose from 'mongoose';
import type { Documents, Identified, IndexChange } from '#shared/documents/documents.ts';
import { BATCH, LIMIT, mongodbCollection } from './collection.ts';
import { indexesOf, missingOf, putInOrder, type Index } from './indexes.ts';
import { lease, type LeaseRecord } from './lease.ts';
import { cursorsOf } from '#shared/documents/cursor.ts';
import { secret, type SecretRecord } from './secret.ts';
import { readRecord, writtenRecord, type MongoRecord } from './record.ts';
import { reached, reachedAtFirst } from './reach.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { NotProvisioned } from '#shared/settings/not-provisioned.ts';
import { shapeCheck } from '#shared/documents/shape.ts';

/** Where a house can move to: takes records as they were stored elsewhere, bookkeeping included. */
export type MovableDocuments = Documents & {
  restore: (name: string, records: readonly ({ id: string } & Stored<Identified>)[]) => Promise<void>;
};

/** Nothing takes longer by itself: every query has a limit below it. A connection silent for so long is left. */
const SILENT_MS = 8000;
const MAJORITY_MS = 5000;

/** Every wait has an end, so that whoever asks is told in time that the store is away; 0 waits for ever. */
async function connected(
  url: string,
  database: string,
  { silentMs, majorityMs }: { silentMs: number; majorityMs: number },
): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    retryWrites: true,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: majorityMs },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    compressors: ['none'],
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
    waitQueueTimeoutMS: 3000,
    socketTimeoutMS: silentMs,
    maxPoolSize: 20,
    ignoreUndefined: true,
  });
  await reachedAtFirst(connection.asPromise());
  return connection;
}

/**
 * The store of a larger house: a database per service on a MongoDB replica set. `change` answers when the majority has
 * it.
 */
export async function mongodbDocuments(url: string, database: string): Promise<MovableDocuments> {
  const connection = await connected(url, database, { silentMs: SILENT_MS, majorityMs: MAJORITY_MS });
  const secretKey = await secret(connection.getClient().db(database).collection<SecretRecord>('secrets'), 'cursors');
  const declared = new Map<string, Index[]>();
  const records = (name: string) => connection.getClient().db(database).collection<MongoRecord>(name);

  return {
    collection: (name, schema, contract) => {
      const validate = shapeCheck(name, schema);
      declared.set(name, indexesOf(schema as never));
      return mongodbCollection(records(name), {
        name,
        schema: schema as never,
        contract,
        validate,
        cursors: cursorsOf(name, secretKey),
      });
    },
    names: async () =>
      (
        await reached(
          connection
            .getClient()
            .db(database)
            .listCollections({}, { nameOnly: true, ...LIMIT })
            .toArray(),
        )
      )
        .map(({ name }) => name)
        .filter((name) => name !== 'leases' && name !== 'secrets')
        .sort(),
    records: (name) => read(records(name)),
    restore: async (name, restored) => {
      if (restored.length === 0) return;
      await reached(
        records(name).bulkWrite(
          restored.map(({ id, ...stored }) => ({
            replaceOne: { filter: { _id: id }, replacement: writtenRecord(id, stored), upsert: true },
          })),
          { ordered: true, ...LIMIT },
        ),
      );
    },
    lease: (name, holder, seconds) =>
      lease(connection.getClient().db(database).collection<LeaseRecord>('leases'), { name, holder, seconds }),
    prepare: (undeclared = 'remove') => prepare({ url, database, declared }, undeclared),
    ready: async () => {
      const missing: string[] = [];
      for (const [name, indexes] of declared)
        missing.push(...(await missingOf(records(name), indexes)).map((index) => `${name}: ${index}`));
      if (missing.length > 0) throw new NotProvisioned(missing.map((index) => `index ${database}.${index}`));
    },
    ping: async () =>
      void (await reached(
        connection
          .getClient()
          .db(database)
          .command({ ping: 1, ...LIMIT }),
      )),
    close: () => connection.close(),
  };
}

type Declarations = { url: string; database: string; declared: ReadonlyMap<string, Index[]> };

/** Without a limit of time: on a collection that has grown, an index takes as long as it takes. */
async function prepare(
  { url, database, declared }: Declarations,
  undeclared: 'remove' | 'keep',
): Promise<IndexChange[]> {
  const patient = await connected(url, database, { silentMs: 0, majorityMs: 0 });
  const changes: IndexChange[] = [];
  try {
    for (const [name, indexes] of declared)
      changes.push(...(await putInOrder(patient.getClient().db(database).collection(name), indexes, undeclared)));
  } finally {
    await patient.close();
  }
  return changes;
}

/** One question for each batch: what a limit of time is for is one question, however much a collection holds. */
async function* read(
  records: mongoose.mongo.Collection<MongoRecord>,
): AsyncGenerator<{ id: string } & Stored<Identified>> {
  for (let last: string | undefined, more = true; more;) {
    const batch = await reached(
      records
        .find(last === undefined ? {} : { _id: { $gt: last } }, LIMIT)
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray(),
    );
    for (const record of batch) yield { id: record._id, ...readRecord<Identified>(record) };
    last = batch.at(-1)?._id;
    more = batch.length === BATCH;
  }
}
