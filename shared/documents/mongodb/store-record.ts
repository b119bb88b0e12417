import type mongoose from 'mongoose';
import type { Identified } from '#shared/documents/documents.ts';
import type { RecordChange } from '#shared/documents/writing.ts';
import { awaitMongodb, isDuplicateId } from './errors.ts';
import { QUERY_LIMIT } from './limits.ts';
import { mongoRecord, type MongoRecord } from './record.ts';

type Records = mongoose.mongo.Collection<MongoRecord>;

/**
 * Stores a change under the guard of the revision. Returns false when another writer was faster: then nothing was
 * written. Events the relay took meanwhile do not come back.
 */
export async function storeRecord(records: Records, { id, before, after }: RecordChange<Identified>): Promise<boolean> {
  const record = mongoRecord(id, after);
  if (!before) return awaitMongodb(insertRecord(records, record));
  const { revision, state, answered, seen, outbox } = record;
  const added = outbox.slice(before.outbox.length);
  const update = {
    $set: { revision, state, answered, seen },
    ...(added.length > 0 && { $push: { outbox: { $each: added } } }),
  };
  const filter = { _id: id, revision: before.revision };
  const { matchedCount } = await awaitMongodb(records.updateOne(filter, update, QUERY_LIMIT));
  return matchedCount === 1;
}

async function insertRecord(records: Records, record: MongoRecord): Promise<boolean> {
  try {
    await records.insertOne(record, QUERY_LIMIT);
    return true;
  } catch (error) {
    if (isDuplicateId(error)) return false;
    throw error;
  }
}
