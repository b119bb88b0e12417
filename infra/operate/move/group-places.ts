import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';
import { consumerOf } from '#shared/events/kafka/client.ts';
import { MoveRefused } from './fingerprint.ts';
import type { PartitionOffsets } from './move-positions.ts';

/** Where a group goes on, topic by topic, as the cluster calls them. */
export type OffsetsByTopic = ReadonlyMap<string, PartitionOffsets>;

/** A move that was killed while it set places is a member of the group for ten seconds more. */
const GONE_MS = 20_000;
const ASK_MS = 500;
const JOIN_MS = 60_000;

/** Sets where a group goes on, once nobody reads in it. */
export async function setGroupOffsets(
  { kafka, admin }: { kafka: Kafka; admin: Admin },
  groupId: string,
  places: OffsetsByTopic,
): Promise<void> {
  await assertGroupsIdle(admin, [groupId]);
  const offsets = [...places].flatMap(([topic, each]) =>
    [...each].map(([partition, offset]) => ({ topic, partition, offset: String(offset) })),
  );
  if (offsets.length === 0) return;
  const consumer = consumerOf(kafka, groupId);
  const refused = Promise.withResolvers<never>();
  const late = setTimeout(() => refused.reject(new Error(`${groupId}: the group does not let anybody in`)), JOIN_MS);
  consumer.on(consumer.events.CRASH, ({ payload: { error } }) => refused.reject(error));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...places.keys()], fromBeginning: true });
    // A member alone may commit; what it is handed it leaves as it is.
    const running = consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: async () => undefined });
    consumer.pause([...places.keys()].map((topic) => ({ topic })));
    // Not the event of having joined: a consumer that is disconnected between that and its start reads on for ever.
    await Promise.race([running, refused.promise]);
    await consumer.commitOffsets(offsets);
  } finally {
    clearTimeout(late);
    await consumer.disconnect();
  }
}

export async function readGroupOffsets(admin: Admin, groupId: string, topic: string): Promise<PartitionOffsets> {
  const [committed] = await admin.fetchOffsets({ groupId, topics: [topic] });
  const set = (committed?.partitions ?? []).filter(({ offset }) => Number(offset) >= 0);
  return new Map(set.map(({ partition, offset }) => [partition, BigInt(offset)]));
}

/** Rejects with `MoveRefused` when somebody goes on reading in one of the groups: a house that runs is not moved into. */
export async function assertGroupsIdle(admin: Admin, groupIds: readonly string[]): Promise<void> {
  for (const end = performance.now() + GONE_MS; ;) {
    const { groups } = await admin.describeGroups([...groupIds]);
    const atWork = groups.filter(({ state }) => state !== 'Empty' && state !== 'Dead').map(({ groupId }) => groupId);
    if (atWork.length === 0) return;
    await pause(ASK_MS);
    if (performance.now() > end)
      throw new MoveRefused(`${atWork.join(', ')}: a service reads there; stop the house that runs on the target`);
  }
}
