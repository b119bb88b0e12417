import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { readKafkaRecord } from './record.ts';
import type { Delivery } from '#shared/events/events.ts';
import { adminOf, consumerOf, type PrefixedTopic } from './client.ts';
import { awaitBrokers } from './errors.ts';
import { pullQueue, type PullQueue } from '#shared/events/pull-queue.ts';

/** The deliveries read ahead of whoever asks for them, so that a topic of any size is read in the same memory. */
const AHEAD = 1000;
const FULL_MS = 20;
/** The client tries for ever where brokers are away; a command that reads a topic should end. */
const SILENT_MS = 60_000;

/** The offsets of a partition that are still to be read: the next one, and the end when the reading began. */
type UnreadOffsets = { next: bigint; end: bigint };
type UnreadPartitions = Map<number, UnreadOffsets>;

/** Reads up to where the topic ended when the reading began, with a group that is gone afterwards. */
export async function* readTopic(kafka: Kafka, topic: PrefixedTopic): AsyncGenerator<Delivery> {
  const admin = adminOf(kafka);
  await awaitBrokers(admin.connect());
  try {
    yield* readWithAdmin({ kafka, admin }, topic);
  } finally {
    await admin.disconnect();
  }
}

async function* readWithAdmin(
  { kafka, admin }: { kafka: Kafka; admin: Admin },
  { topic, prefix }: PrefixedTopic,
): AsyncGenerator<Delivery> {
  const unread = await unreadPartitions(admin, `${prefix}${topic}`);
  if (unread.size === 0) return;
  const groupId = `${prefix}read-${randomUUID()}`;
  const consumer = consumerOf(kafka, groupId);
  const queue = pullQueue<Delivery>({ atMost: AHEAD, silentMs: SILENT_MS });
  let running = Promise.resolve();
  try {
    await awaitBrokers(consumer.connect());
    await awaitBrokers(consumer.subscribe({ topics: [`${prefix}${topic}`], fromBeginning: true }));
    running = fillQueue(consumer, queue, { topic, unread });
    yield* queue.items();
  } finally {
    await consumer.disconnect();
    // A consumer that was still on its way into the group starts all the same, and would read on for ever.
    void running.then(() => consumer.disconnect()).catch(() => undefined);
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

function fillQueue(
  consumer: Consumer,
  queue: PullQueue<Delivery>,
  { topic, unread }: { topic: string; unread: UnreadPartitions },
): Promise<void> {
  // A crash that the client does not restart from would be waited for without end.
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) queue.fail(error);
  });
  const eachBatch = async (payload: EachBatchPayload): Promise<void> => {
    for (const delivery of unreadDeliveries(payload, topic, unread)) queue.push(delivery);
    if (unread.size === 0) queue.end();
    while (queue.isFull() && payload.isRunning()) {
      await pause(FULL_MS);
      await payload.heartbeat();
    }
  };
  return consumer
    .run({ autoCommit: false, eachBatch })
    .catch((error: unknown) => queue.fail(error instanceof Error ? error : new Error('the reader ended')));
}

/** Returns the deliveries of a batch that are still to be read, and takes them out of `unread`. */
function* unreadDeliveries(
  { batch: { partition, messages } }: EachBatchPayload,
  topic: string,
  unread: UnreadPartitions,
): Generator<Delivery> {
  for (const message of messages) {
    const offsets = unread.get(partition);
    const offset = BigInt(message.offset);
    // After a rebalance the client begins anew: what was handed over is passed over.
    if (!offsets || offset < offsets.next) continue;
    if (offset < offsets.end) yield readKafkaRecord({ topic, partition }, message);
    offsets.next = offset + 1n;
    if (offsets.next >= offsets.end) unread.delete(partition);
  }
}

/** Returns, per partition that holds something, where it begins and where it ends now. */
async function unreadPartitions(admin: Admin, topic: string): Promise<UnreadPartitions> {
  const ends = await awaitBrokers(admin.fetchTopicOffsets(topic));
  const offsets = ends.map(({ partition, high, low }): [number, UnreadOffsets] => [
    partition,
    { next: BigInt(low), end: BigInt(high) },
  ]);
  return new Map(offsets.filter(([, { next, end }]) => end > next));
}
