import mongoose, { type Schema } from 'mongoose';
import type { Documents, Identified } from './documents.ts';
import { LIMIT, mongodbCollection } from './mongodb-collection.ts';
import { lease, type LeaseRecord } from './mongodb-lease.ts';
import { cursorsOf } from './cursor.ts';
import { secret, type SecretRecord } from './mongodb-secret.ts';
import { readRecord, writtenRecord, type MongoRecord } from './mongodb-record.ts';
import { reached } from './mongodb-reach.ts';
import { field } from './mongodb-where.ts';
import type { Stored } from './record.ts';
import { NotProvisioned } from '#shared/not-provisioned.ts';
import { shapeOf } from './shape.ts';

type Index = { name: string; key: Record<string, 1 | -1>; unique?: boolean; sparse?: boolean };

/** Where a house can move to: takes records as they were stored elsewhere, bookkeeping included. */
export type MovableDocuments = Documents & { restore: (name: string, records: readonly ({ id: string } & Stored<Identified>)[]) => Promise<void> };

/** The store of a larger house: a database per service on a MongoDB replica set. `change` answers when the majority has it. */
export async function mongodbDocuments(url: string, database: string): Promise<MovableDocuments> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    retryWrites: true,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: 5000 },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    compressors: ['none'],
    serverSelectionTimeoutMS: 3000,
    maxPoolSize: 20,
    ignoreUndefined: true,
  });
  await reached(connection.asPromise());
  const secretKey = await secret(connection.getClient().db(database).collection<SecretRecord>('secrets'), 'cursors');
  const declared = new Map<string, Index[]>();
  const records = (name: string) => connection.getClient().db(database).collection<MongoRecord>(name);

  return {
    collection: (name, schema, contract) => {
      const validate = shapeOf(name, schema);
      declared.set(name, indexesOf(schema as never));
      return mongodbCollection(records(name), { name, schema: schema as never, contract, validate, cursors: cursorsOf(name, secretKey) });
    },
    names: async () => (await reached(connection.getClient().db(database).listCollections({}, { nameOnly: true }).toArray())).map(({ name }) => name).filter((name) => name !== 'leases' && name !== 'secrets').sort(),
    records: (name) => read(records(name)),
    restore: async (name, restored) => {
      if (restored.length === 0) return;
      await reached(records(name).bulkWrite(restored.map(({ id, ...stored }) => ({ replaceOne: { filter: { _id: id }, replacement: writtenRecord(id, stored), upsert: true } })), { ordered: true }));
    },
    lease: (name, holder, seconds) => lease(connection.getClient().db(database).collection<LeaseRecord>('leases'), { name, holder, seconds }),
    prepare: async () => {
      for (const [name, indexes] of declared) {
        // Without a limit of time: on a collection that has grown, an index takes as long as it takes.
        for (const { key, name: index, unique = false, sparse = false } of indexes) await reached(records(name).createIndex(key, { name: index, unique, sparse }, {}));
      }
    },
    ready: async () => {
      const missing: string[] = [];
      for (const [name, indexes] of declared) missing.push(...(await missingOf(records(name), indexes)).map((index) => `${name}: ${index}`));
      if (missing.length > 0) throw new NotProvisioned(missing.map((index) => `index ${database}.${index}`));
    },
    ping: async () => void (await reached(connection.getClient().db(database).command({ ping: 1, ...LIMIT }))),
    close: () => connection.close(),
  };
}

/** The declared ones on the state, and the relay's own: which documents have something to say. */
function indexesOf(schema: Schema<never>): Index[] {
  const declared = schema.indexes().map(([fields, options]): Index => {
    const key = Object.fromEntries(Object.keys(fields).map((path) => [field(path), 1 as const]));
    return { name: Object.keys(fields).join(' '), key, unique: options.unique === true, sparse: options.sparse === true };
  });
  return [...declared, { name: 'outbox', key: { 'outbox.id': 1 }, sparse: true }];
}

async function missingOf(records: mongoose.mongo.Collection<MongoRecord>, indexes: Index[]): Promise<string[]> {
  const there = await reached(records.listIndexes().toArray().catch(() => []));
  const names = new Set(there.map(({ name }) => String(name)));
  return indexes.filter(({ name }) => !names.has(name)).map(({ name }) => name);
}

async function* read(records: mongoose.mongo.Collection<MongoRecord>): AsyncGenerator<{ id: string } & Stored<Identified>> {
  for await (const record of records.find({}).sort({ _id: 1 })) yield { id: record._id, ...readRecord<Identified>(record) };
}
