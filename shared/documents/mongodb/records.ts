import type mongoose from 'mongoose';
import type { Identified } from '#shared/documents/documents.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { awaitMongodb } from './errors.ts';
import { BATCH, QUERY_LIMIT } from './limits.ts';
import { mongoRecord, readRecord, type MongoRecord } from './record.ts';

type Records = mongoose.mongo.Collection<MongoRecord>;
type StoredWithId = { id: string } & Stored<Identified>;

/** Reads a whole collection, a query for each batch: the limit of time is for one query, however much there is. */
export async function* readRecords(records: Records): AsyncGenerator<StoredWithId> {
  for (let last: string | undefined, more = true; more;) {
    const query = records
      .find(last === undefined ? {} : { _id: { $gt: last } }, QUERY_LIMIT)
      .sort({ _id: 1 })
      .limit(BATCH);
    const batch = await awaitMongodb(query.toArray());
    for (const record of batch) yield { id: record._id, ...readRecord<Identified>(record) };
    last = batch.at(-1)?._id;
    more = batch.length === BATCH;
  }
}

/** Writes records as they were stored elsewhere; a record that is here already is replaced. */
export async function restoreRecords(records: Records, restored: readonly StoredWithId[]): Promise<void> {
  if (restored.length === 0) return;
  const replacements = restored.map(({ id, ...stored }) => ({
    replaceOne: { filter: { _id: id }, replacement: mongoRecord(id, stored), upsert: true },
  }));
  await awaitMongodb(records.bulkWrite(replacements, { ordered: true, ...QUERY_LIMIT }));
}
