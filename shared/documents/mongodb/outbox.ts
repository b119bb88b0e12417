import type mongoose from 'mongoose';
import type { Message } from '#shared/contracts/contract.ts';
import { awaitMongodb } from './errors.ts';
import { QUERY_LIMIT } from './limits.ts';
import type { MongoRecord } from './record.ts';

type Records = mongoose.mongo.Collection<MongoRecord>;

/** The documents with waiting events that come over the network at once. */
const WAITING_AT_ONCE = 50;

/**
 * Returns at most `limit` events that wait. Outboxes may have grown long while the log was away: little more of them is
 * read than is asked for.
 */
export function pendingEvents(records: Records, limit: number): Promise<Message[]> {
  return awaitMongodb(readPending(records, limit));
}

async function readPending(records: Records, limit: number): Promise<Message[]> {
  const pending: Message[] = [];
  const waiting = records
    .find({ 'outbox.id': { $gt: '' } }, { ...QUERY_LIMIT, projection: { revision: 1, outbox: { $slice: limit } } })
    .limit(limit)
    .batchSize(WAITING_AT_ONCE);
  for await (const { outbox } of waiting) {
    pending.push(...outbox.slice(0, limit - pending.length));
    if (pending.length >= limit) break;
  }
  return pending;
}

/**
 * Removes the events from all outboxes in one request: each write waits for the majority, and together they wait once.
 */
export async function markPublished(records: Records, events: readonly Message[]): Promise<void> {
  if (events.length === 0) return;
  const marks = [...Map.groupBy(events, (event) => event.subject)].map(([subject, published]) => ({
    updateOne: {
      filter: { _id: subject },
      update: { $pull: { outbox: { id: { $in: published.map(({ id }) => id) } } } },
    },
  }));
  await awaitMongodb(records.bulkWrite(marks, { ordered: false, ...QUERY_LIMIT }));
}
