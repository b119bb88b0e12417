import type mongoose from 'mongoose';
import type { Schema } from 'mongoose';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import { Unavailable } from '#shared/refusal.ts';
import type { Cursors } from './cursor.ts';
import type { Collection, Identified } from './documents.ts';
import { inTurn } from './in-turn.ts';
import { readRecord, writtenRecord, type MongoRecord } from './mongodb-record.ts';
import { isDuplicateId, reached } from './mongodb-reach.ts';
import { matching, pageFilter, sortOf } from './mongodb-where.ts';
import type { Scalar } from './query.ts';
import { decided, isRepeated, projected, type Stored } from './record.ts';

type Records = mongoose.mongo.Collection<MongoRecord>;
type Declared<State> = { name: string; schema: Schema<never>; contract: Contract | undefined; validate: (state: State) => Promise<void>; cursors: Cursors };

/** Other replicas win a race now and then; losing this often in a row means overload. */
const ATTEMPTS = 50;
/** No query may hold the store for longer. */
export const LIMIT = { maxTimeMS: 5000 } as const;

export function mongodbCollection<State extends Identified>(records: Records, { name, schema, contract, validate, cursors }: Declared<State>): Collection<State> {
  const turn = inTurn();
  const load = async (id: string): Promise<Stored<State> | null> => {
    const record = await reached(records.findOne({ _id: id }, LIMIT));
    return record && readRecord<State>(record);
  };
  const write = (id: string, evolve: (stored: Stored<State> | null) => Stored<State> | null): Promise<State | null> =>
    turn(id, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await load(id);
        const after = evolve(before);
        if (after === before || after === null) return before?.state ?? null;
        await validate(after.state);
        if (await store(records, { id, before, after })) return after.state;
      }
      throw new Unavailable(`${name}: too many writers at once`);
    });

  return {
    name,
    topic: contract?.topic,
    get: async (id) => (await load(id))?.state ?? null,
    getMany: async (ids) => {
      const found = await reached(records.find({ _id: { $in: [...ids] } }, LIMIT).toArray());
      const states = new Map(found.map((record) => [record._id, readRecord<State>(record).state]));
      return ids.map((id) => states.get(id) ?? null);
    },
    find: async (page) => {
      const found = await reached(records.find(pageFilter(schema, page, cursors.placeOf(page)), LIMIT).sort(sortOf(page)).limit(page.first + 1).toArray());
      const edges = found.slice(0, page.first).map((record) => ({
        node: readRecord<State>(record).state,
        // Made for who asks: most pages are read from within.
        get cursor() { return cursors.of(page, { value: valueAt(record, page.sort?.by), id: record._id }); },
      }));
      return { edges, hasNextPage: found.length > page.first };
    },
    count: (where) => reached(records.countDocuments(matching(schema, where), LIMIT)),
    change: async (id, decide, stamp) => {
      const state = await write(id, (stored) => {
        if (isRepeated(stored, stamp)) return stored;
        const decision = decide(stored?.state ?? null);
        if (decision.state.id !== id) throw new Error(`${name}: a decision about another document`);
        return decided(stored, decision, { stamp, contract });
      });
      if (!state) throw new Error(`${name}: decided nothing about nothing`);
      return state;
    },
    project: async (id, event, evolve) => void (await write(id, (stored) => projected(stored, event, evolve))),
    pendingEvents: async (limit) => {
      const waiting = await reached(records.find({ 'outbox.id': { $gt: '' } }, { ...LIMIT, projection: { outbox: 1 } }).limit(limit).toArray());
      return waiting.flatMap(({ outbox }) => outbox);
    },
    markPublished: (events) => markPublished(records, events),
    clear: async () => {
      if (contract) throw new Error(`${name} holds aggregates: they are not cleared`);
      await reached(records.deleteMany({}));
    },
  };
}

/** False when another writer was faster: then nothing was written. Events the relay took meanwhile do not come back. */
async function store(records: Records, { id, before, after }: { id: string; before: Stored<Identified> | null; after: Stored<Identified> }): Promise<boolean> {
  const record = writtenRecord(id, after);
  if (!before) {
    const inserted = records.insertOne(record).then(() => true, (error: unknown) => {
      if (isDuplicateId(error)) return false;
      throw error;
    });
    return reached(inserted);
  }
  const { revision, state, answered, seen, outbox } = record;
  const said = outbox.slice(before.outbox.length);
  const { matchedCount } = await reached(
    records.updateOne({ _id: id, revision: before.revision }, { $set: { revision, state, answered, seen }, $push: { outbox: { $each: said } } }, LIMIT),
  );
  return matchedCount === 1;
}

async function markPublished(records: Records, events: readonly Message[]): Promise<void> {
  for (const [subject, published] of Map.groupBy(events, (event) => event.subject)) {
    await reached(records.updateOne({ _id: subject }, { $pull: { outbox: { id: { $in: published.map(({ id }) => id) } } } }, LIMIT));
  }
}

function valueAt(record: MongoRecord, path: string | undefined): Scalar | null {
  if (path === undefined || path === 'id') return record._id;
  const value = path.split('.').reduce<unknown>((from, part) => (typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[part] : undefined), record.state);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
