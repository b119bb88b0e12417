import type mongoose from 'mongoose';
import type { Schema } from 'mongoose';
import type { Contract } from '#shared/contracts/contract.ts';
import type { CursorPosition, Cursors } from '#shared/documents/cursor.ts';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import { cutPage } from '#shared/documents/page.ts';
import type { Page, PageOf, Scalar } from '#shared/documents/query.ts';
import type { Stored } from '#shared/documents/stored.ts';
import { recordWriter } from '#shared/documents/writing.ts';
import { awaitMongodb } from './errors.ts';
import { BATCH, QUERY_LIMIT } from './limits.ts';
import { markPublished, pendingEvents } from './outbox.ts';
import { readRecord, type MongoRecord } from './record.ts';
import { storeRecord } from './store-record.ts';
import { filterOf, pageFilter, sortOf } from './where.ts';

type Records = mongoose.mongo.Collection<MongoRecord>;
type CollectionDeclaration<State> = {
  name: string;
  schema: Schema<never>;
  contract: Contract | undefined;
  validate: (state: State) => Promise<void>;
  cursors: Cursors;
};

export function mongodbCollection<State extends Identified>(
  records: Records,
  { name, schema, contract, validate, cursors }: CollectionDeclaration<State>,
): Collection<State> {
  const load = (id: string) => loadRecord<State>(records, id);
  return {
    name,
    topic: contract?.topic,
    get: async (id) => (await load(id))?.state ?? null,
    getMany: (ids) => loadStates(records, ids),
    find: (page) => findPage(records, page, { schema, cursors }),
    count: (where) => awaitMongodb(records.countDocuments(filterOf(schema, where), QUERY_LIMIT)),
    ...recordWriter<State>({
      name,
      contract,
      validate,
      load,
      writeMs: 20,
      store: (change) => storeRecord(records, change),
    }),
    sequenceOf: async (id) => (await load(id))?.revision ?? 0,
    pendingEvents: (limit) => pendingEvents(records, limit),
    markPublished: (events) => markPublished(records, events),
    clear: async () => {
      if (contract) throw new Error(`${name} holds aggregates: they are not cleared`);
      await deleteAll(records);
    },
  };
}

async function loadRecord<State>(records: Records, id: string): Promise<Stored<State> | null> {
  const record = await awaitMongodb(records.findOne({ _id: id }, QUERY_LIMIT));
  return record && readRecord<State>(record);
}

async function loadStates<State>(records: Records, ids: readonly string[]): Promise<(State | null)[]> {
  if (ids.length === 0) return [];
  const loaded = await awaitMongodb(records.find({ _id: { $in: [...ids] } }, QUERY_LIMIT).toArray());
  const states = new Map(loaded.map((record) => [record._id, readRecord<State>(record).state]));
  return ids.map((id) => states.get(id) ?? null);
}

async function findPage<State>(
  records: Records,
  page: Page,
  { schema, cursors }: { schema: Schema<never>; cursors: Cursors },
): Promise<PageOf<State>> {
  const query = records
    .find(pageFilter(schema, page, cursors.positionOf(page)), QUERY_LIMIT)
    .sort(sortOf(page))
    .limit(page.first + 1);
  const entries = (await awaitMongodb(query.toArray())).map((record) => ({
    state: readRecord<State>(record).state,
    position: positionOf(record, page.sort?.by),
  }));
  return cutPage(page, entries, cursors);
}

async function deleteAll(records: Records): Promise<void> {
  for (let mayHoldMore = true; mayHoldMore;) {
    const query = records.find({}, { ...QUERY_LIMIT, projection: { _id: 1 } }).limit(BATCH);
    const ids = (await awaitMongodb(query.toArray())).map(({ _id }) => _id);
    if (ids.length > 0) await awaitMongodb(records.deleteMany({ _id: { $in: ids } }, QUERY_LIMIT));
    mayHoldMore = ids.length === BATCH;
  }
}

function positionOf(record: MongoRecord, path: string | undefined): CursorPosition {
  return { value: path === undefined || path === 'id' ? record._id : scalarAt(record.state, path), id: record._id };
}

function scalarAt(state: object, path: string): Scalar | null {
  const value = path
    .split('.')
    .reduce<unknown>(
      (from, part) => (typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[part] : undefined),
      state,
    );
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
