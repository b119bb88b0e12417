import type mongoose from 'mongoose';
import type { Schema } from 'mongoose';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import type { Cursors } from '#shared/documents/cursor.ts';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import { readRecord, writtenRecord, type MongoRecord } from './record.ts';
import { isDuplicateId, reached } from './reach.ts';
import { matching, pageFilter, sortOf } from './where.ts';
import type { Scalar } from '#shared/documents/query.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { recordWriter, type RecordChange } from '#shared/documents/writing.ts';

type Records = mongoose.mongo.Collection<MongoRecord>;
type Declared<State> = {
  name: string;
  schema: Schema<never>;
  contract: Contract | undefined;
  validate: (state: State) => Promise<void>;
  cursors: Cursors;
};

/** Documents with something to say, as they come over the network. */
const WAITING_AT_ONCE = 50;
/** No query may hold the store for longer. */
export const LIMIT = { maxTimeMS: 5000 } as const;
/** What one question asks for, or one command removes, where all of a collection is meant. */
export const BATCH = 500;

export function mongodbCollection<State extends Identified>(
  records: Records,
  { name, schema, contract, validate, cursors }: Declared<State>,
): Collection<State> {
  const load = async (id: string): Promise<Stored<State> | null> => {
    const record = await reached(records.findOne({ _id: id }, LIMIT));
    return record && readRecord<State>(record);
  };

  return {
    name,
    topic: contract?.topic,
    get: async (id) => (await load(id))?.state ?? null,
    getMany: async (ids) => {
      if (ids.length === 0) return [];
      const found = await reached(records.find({ _id: { $in: [...ids] } }, LIMIT).toArray());
      const states = new Map(found.map((record) => [record._id, readRecord<State>(record).state]));
      return ids.map((id) => states.get(id) ?? null);
    },
    find: async (page) => {
      const found = await reached(
        records
          .find(pageFilter(schema, page, cursors.positionOf(page)), LIMIT)
          .sort(sortOf(page))
          .limit(page.first + 1)
          .toArray(),
      );
      const edges = found.slice(0, page.first).map((record) => ({
        node: readRecord<State>(record).state,
        // Made for who asks: most pages are read from within.
        get cursor() {
          return cursors.of(page, { value: valueAt(record, page.sort?.by), id: record._id });
        },
      }));
      return { edges, hasNextPage: found.length > page.first };
    },
    count: (where) => reached(records.countDocuments(matching(schema, where), LIMIT)),
    ...recordWriter<State>({ name, contract, validate, load, writeMs: 20, store: (step) => store(records, step) }),
    sequenceOf: async (id) => (await load(id))?.revision ?? 0,
    pendingEvents: (limit) => reached(pendingEvents(records, limit)),
    markPublished: (events) => markPublished(records, events),
    clear: async () => {
      if (contract) throw new Error(`${name} holds aggregates: they are not cleared`);
      await clear(records);
    },
  };
}

async function clear(records: Records): Promise<void> {
  for (let left = true; left;) {
    const ids = (
      await reached(
        records
          .find({}, { ...LIMIT, projection: { _id: 1 } })
          .limit(BATCH)
          .toArray(),
      )
    ).map(({ _id }) => _id);
    if (ids.length > 0) await reached(records.deleteMany({ _id: { $in: ids } }, LIMIT));
    left = ids.length === BATCH;
  }
}

/** False when another writer was faster: then nothing was written. Events the relay took meanwhile do not come back. */
async function store(records: Records, { id, before, after }: RecordChange<Identified>): Promise<boolean> {
  const record = writtenRecord(id, after);
  if (!before) {
    const inserted = records.insertOne(record, LIMIT).then(
      () => true,
      (error: unknown) => {
        if (isDuplicateId(error)) return false;
        throw error;
      },
    );
    return reached(inserted);
  }
  const { revision, state, answered, seen, outbox } = record;
  const said = outbox.slice(before.outbox.length);
  const update = {
    $set: { revision, state, answered, seen },
    ...(said.length > 0 && { $push: { outbox: { $each: said } } }),
  };
  const { matchedCount } = await reached(records.updateOne({ _id: id, revision: before.revision }, update, LIMIT));
  return matchedCount === 1;
}

/** Outboxes may have grown long while the log was away: little more of them is read than is asked for. */
async function pendingEvents(records: Records, limit: number): Promise<Message[]> {
  const pending: Message[] = [];
  const waiting = records
    .find({ 'outbox.id': { $gt: '' } }, { ...LIMIT, projection: { revision: 1, outbox: { $slice: limit } } })
    .limit(limit)
    .batchSize(WAITING_AT_ONCE);
  for await (const { outbox } of waiting) {
    pending.push(...outbox.slice(0, limit - pending.length));
    if (pending.length >= limit) break;
  }
  return pending;
}

/** All aggregates in one request: each waits for the majority, and together they wait once. */
async function markPublished(records: Records, events: readonly Message[]): Promise<void> {
  if (events.length === 0) return;
  const marks = [...Map.groupBy(events, (event) => event.subject)].map(([subject, published]) => ({
    updateOne: {
      filter: { _id: subject },
      update: { $pull: { outbox: { id: { $in: published.map(({ id }) => id) } } } },
    },
  }));
  await reached(records.bulkWrite(marks, { ordered: false, ...LIMIT }));
}

function valueAt(record: MongoRecord, path: string | undefined): Scalar | null {
  if (path === undefined || path === 'id') return record._id;
  const value = path
    .split('.')
    .reduce<unknown>(
      (from, part) => (typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[part] : undefined),
      record.state,
    );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
