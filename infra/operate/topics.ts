import type { Admin } from 'kafkajs';
import { ConfigError } from '#shared/settings/settings.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { adminOf, kafkaClient, type KafkaAccess } from '#shared/events/kafka/client.ts';
import type { Log } from '#shared/log.ts';

export type TopicLayout = {
  /** Of every topic; undefined leaves topics that are there as they are, and makes new ones with six. */
  partitions?: number | undefined;
  /** Of every new topic; undefined is three, or as many as there are brokers. */
  replication?: number | undefined;
};

/** A topic as it should be: how long an event stays, in milliseconds, or for ever. */
type Topic = { name: string; retentionMs: number };

/** More than the replicas of a service that will ever run: a partition is read by one of them. */
const PARTITIONS = 6;
const REPLICATION = 3;
const FOR_EVER = -1;
/** The parked events themselves lie in the stores; here other teams read what was parked. */
const DEAD_LETTERS_MS = 90 * 24 * 3_600_000;

/** Every service's events, kept for ever since views are built again from the first one, and what could not be handled. */
const topics: readonly Topic[] = contracts.flatMap(({ topic }) => [
  { name: topic, retentionMs: FOR_EVER },
  { name: `${topic}.dead-letter`, retentionMs: DEAD_LETTERS_MS },
]);

/**
 * Makes the topics that are not there yet, with their partitions and replication, and answers a line for each. A topic
 * with another number of partitions than asked for is refused: another number loses the order of an aggregate's events.
 */
export async function ensureTopics(
  access: KafkaAccess & { prefix: string },
  of: TopicLayout,
  log: Log,
): Promise<string[]> {
  const admin = adminOf(kafkaClient({ ...access, clientId: 'provision' }, log));
  await admin.connect();
  try {
    const wanted = topics.map((topic) => ({ ...topic, name: `${access.prefix}${topic.name}` }));
    const there = await partitionsOf(
      admin,
      wanted.map(({ name }) => name),
    );
    for (const [name, partitions] of there) {
      if (of.partitions !== undefined && of.partitions !== partitions)
        throw new ConfigError([
          `TOPIC_PARTITIONS: asks for ${of.partitions}, and topic ${name} has ${partitions}: events would lose their order. Set it to ${partitions}, or leave it out`,
        ]);
    }
    const made = wanted.filter(({ name }) => !there.has(name));
    if (made.length > 0) await make(admin, made, of);
    return wanted.map(
      ({ name }) =>
        `topic ${name}: ${there.has(name) ? `there, ${there.get(name) ?? 0} partitions` : `made, ${of.partitions ?? PARTITIONS} partitions`}`,
    );
  } finally {
    await admin.disconnect();
  }
}

async function partitionsOf(admin: Admin, names: readonly string[]): Promise<Map<string, number>> {
  const known = new Set(await admin.listTopics());
  const present = names.filter((name) => known.has(name));
  if (present.length === 0) return new Map();
  const { topics: described } = await admin.fetchTopicMetadata({ topics: present });
  return new Map(described.map(({ name, partitions }) => [name, partitions.length]));
}

async function make(
  admin: Admin,
  made: readonly Topic[],
  { partitions = PARTITIONS, replication }: TopicLayout,
): Promise<void> {
  const { brokers } = await admin.describeCluster();
  const replicas = replication ?? Math.min(REPLICATION, brokers.length);
  const entries = (retentionMs: number): { name: string; value: string }[] => [
    { name: 'cleanup.policy', value: 'delete' },
    { name: 'retention.ms', value: String(retentionMs) },
    { name: 'retention.bytes', value: '-1' },
    // An event is acknowledged when a second broker has it, as long as there is one to spare.
    { name: 'min.insync.replicas', value: String(replicas > 2 ? 2 : 1) },
  ];
  await admin.createTopics({
    waitForLeaders: true,
    topics: made.map(({ name, retentionMs }) => ({
      topic: name,
      numPartitions: partitions,
      replicationFactor: replicas,
      configEntries: entries(retentionMs),
    })),
  });
}
