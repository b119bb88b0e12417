import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, EachBatchPayload, Kafka } from 'kafkajs';
import { readKafkaRecord } from './record.ts';
import type { Delivery } from '#shared/events/events.ts';
import { adminOf, consumerOf } from './client.ts';
import { reached } from './reach.ts';
import { pullQueue } from '#shared/events/pull-queue.ts';

/** Read ahead of whoever asks for it, so that a topic of any size is read in the same memory. */
const AHEAD = 1000;
const FULL_MS = 20;
/** The client tries for ever where brokers are away; a command that reads a topic should end. */
const SILENT_MS = 60_000;

/** `topic` as the port calls it; `prefix` comes before it, and before the group, in the cluster. */
type Read = { topic: string; prefix: string };

/** Reads up to where the topic ended when it was asked for, with a group that is gone afterwards. */
export async function* readTopic(kafka: Kafka, read: Read): AsyncGenerator<Delivery> {
  const admin = adminOf(kafka);
  await reached(admin.connect());
  try {
    yield* readWith({ kafka, admin }, read);
  } finally {
    await admin.disconnect();
  }
}

async function* readWith(
  { kafka, admin }: { kafka: Kafka; admin: Admin },
  { topic, prefix }: Read,
): AsyncGenerator<Delivery> {
  const left = await unread(admin, `${prefix}${topic}`);
  if (left.size === 0) return;
  const groupId = `${prefix}read-${randomUUID()}`;
  const consumer = consumerOf(kafka, groupId);
  const queue = pullQueue<Delivery>({ atMost: AHEAD, silentMs: SILENT_MS });
  // A crash that the client does not restart from would be waited for without end.
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) queue.fail(error);
  });
  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    const { partition, messages } = payload.batch;
    for (const message of messages) {
      const place = left.get(partition);
      const offset = BigInt(message.offset);
      // After a rebalance the client begins anew: what was handed over is passed over.
      if (!place || offset < place.next) continue;
      if (offset < place.end) queue.push(readKafkaRecord({ topic, partition }, message));
      place.next = offset + 1n;
      if (place.next >= place.end) left.delete(partition);
    }
    if (left.size === 0) queue.end();
    while (queue.isFull() && payload.isRunning()) {
      await pause(FULL_MS);
      await payload.heartbeat();
    }
  };
  let running = Promise.resolve();
  try {
    await reached(consumer.connect());
    await reached(consumer.subscribe({ topics: [`${prefix}${topic}`], fromBeginning: true }));
    running = consumer
      .run({ autoCommit: false, eachBatch })
      .catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error('the reader ended')));
    yield* queue.items();
  } finally {
    await consumer.disconnect();
    // A consumer that was still on its way into the group starts all the same, and would read on for ever.
    void running.then(() => consumer.disconnect()).catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

type Place = { next: bigint; end: bigint };

/** Per partition that holds something, where it begins and where it ends now. */
async function unread(admin: Admin, topic: string): Promise<Map<number, Place>> {
  const ends = await reached(admin.fetchTopicOffsets(topic));
  const places = ends.map(({ partition, high, low }): [number, Place] => [
    partition,
    { next: BigInt(low), end: BigInt(high) },
  ]);
  return new Map(places.filter(([, { next, end }]) => end > next));
}
