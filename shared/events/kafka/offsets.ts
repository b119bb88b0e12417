import type { Admin, Kafka } from 'kafkajs';
import { consumerOf } from './client.ts';

/** Where a group goes on in a topic, by partition. */
export type PartitionOffsets = ReadonlyMap<number, bigint>;

const JOIN_MS = 60_000;

export async function readOffsets(admin: Admin, groupId: string, topic: string): Promise<PartitionOffsets> {
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const set = (committed?.partitions ?? []).filter(({ offset }) => Number(offset) >= 0);
  return new Map(set.map(({ partition, offset }) => [partition, BigInt(offset)]));
}

/** Sets where a group goes on, as a member of it: only a member may commit. */
export async function writeOffsets(
  kafka: Kafka,
  groupId: string,
  byTopic: ReadonlyMap<string, PartitionOffsets>,
): Promise<void> {
  const offsets = [...byTopic].flatMap(([topic, partitions]) =>
    [...partitions].map(([partition, offset]) => ({ topic, partition, offset: String(offset) })),
  );
  if (offsets.length === 0) return;
  const topics = [...byTopic.keys()];
  const consumer = consumerOf(kafka, groupId);
  const refused = Promise.withResolvers<never>();
  const late = setTimeout(() => refused.reject(new Error(`${groupId}: the group does not let anybody in`)), JOIN_MS);
  consumer.on(consumer.events.CRASH, ({ payload: { error } }) => refused.reject(error));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    // What the member is handed it leaves as it is.
    const running = consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
    consumer.pause(topics.map((topic) => ({ topic })));
    // Not the event of having joined: a consumer that is disconnected between that and its start reads on for ever.
    await Promise.race([running, refused.promise]);
    await consumer.commitOffsets(offsets);
  } finally {
    clearTimeout(late);
    await consumer.disconnect();
  }
}
