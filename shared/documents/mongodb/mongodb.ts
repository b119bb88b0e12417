import type mongoose from 'mongoose';
import { cursorsOf } from '#shared/documents/cursor.ts';
import type { Documents, Identified, IndexChange } from '#shared/documents/documents.ts';
import { shapeCheck } from '#shared/documents/shape.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { NotProvisioned } from '#shared/settings/not-provisioned.ts';
import { mongodbCollection } from './collection.ts';
import { connect, connectWithoutLimit } from './connection.ts';
import { awaitMongodb } from './errors.ts';
import { indexesOf, missingIndexes, updateIndexes, type Index } from './indexes.ts';
import { takeLease, type LeaseRecord } from './lease.ts';
import { QUERY_LIMIT } from './limits.ts';
import type { MongoRecord } from './record.ts';
import { readRecords, restoreRecords } from './records.ts';
import { ensureSecret, type SecretRecord } from './secret.ts';

/** A store that a house can move to: takes records as they were stored elsewhere, bookkeeping included. */
export type MovableDocuments = Documents & {
  restore: (name: string, records: readonly ({ id: string } & Stored<Identified>)[]) => Promise<void>;
};

type Database = mongoose.mongo.Db;
type DeclaredIndexes = ReadonlyMap<string, Index[]>;

/**
 * Opens the store of a larger house: a database per service on a MongoDB replica set. `change` answers when the
 * majority has the change.
 */
export async function mongodbDocuments(url: string, database: string): Promise<MovableDocuments> {
  const connection = await connect(url, database);
  const db = connection.getClient().db(database);
  const secret = await ensureSecret(db.collection<SecretRecord>('secrets'), 'cursors');
  const declared = new Map<string, Index[]>();
  const records = (name: string) => db.collection<MongoRecord>(name);
  return {
    collection: (name, schema, contract) => {
      const validate = shapeCheck(name, schema);
      declared.set(name, indexesOf(schema as never));
      const cursors = cursorsOf(name, secret);
      return mongodbCollection(records(name), { name, schema: schema as never, contract, validate, cursors });
    },
    names: () => collectionNames(db),
    records: (name) => readRecords(records(name)),
    restore: (name, restored) => restoreRecords(records(name), restored),
    lease: (name, holder, seconds) => takeLease(db.collection<LeaseRecord>('leases'), { name, holder, seconds }),
    prepare: (undeclared = 'remove') => prepareIndexes({ url, database, declared }, undeclared),
    ready: () => assertIndexes(db, declared),
    ping: async () => void (await awaitMongodb(db.command({ ping: 1, ...QUERY_LIMIT }))),
    close: () => connection.close(),
  };
}

async function collectionNames(db: Database): Promise<string[]> {
  const collections = await awaitMongodb(db.listCollections({}, { nameOnly: true, ...QUERY_LIMIT }).toArray());
  return collections
    .map(({ name }) => name)
    .filter((name) => name !== 'leases' && name !== 'secrets')
    .sort();
}

async function assertIndexes(db: Database, declared: DeclaredIndexes): Promise<void> {
  const missing: string[] = [];
  for (const [name, indexes] of declared)
    missing.push(...(await missingIndexes(db.collection(name), indexes)).map((index) => `${name}: ${index}`));
  if (missing.length > 0) throw new NotProvisioned(missing.map((index) => `index ${db.databaseName}.${index}`));
}

async function prepareIndexes(
  { url, database, declared }: { url: string; database: string; declared: DeclaredIndexes },
  undeclared: 'remove' | 'keep',
): Promise<IndexChange[]> {
  const connection = await connectWithoutLimit(url, database);
  const db = connection.getClient().db(database);
  const changes: IndexChange[] = [];
  try {
    for (const [name, indexes] of declared)
      changes.push(...(await updateIndexes(db.collection(name), indexes, undeclared)));
  } finally {
    await connection.close();
  }
  return changes;
}
