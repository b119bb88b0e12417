import { ConfigError } from '#shared/settings/settings.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { openKafkaAdmin, type KafkaAdmin, type NewTopic } from '#shared/events/kafka/admin.ts';
import type { KafkaAccess } from '#shared/events/kafka/client.ts';
import type { Log } from '#shared/log.ts';

/** How topics are laid out over the cluster. */
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

/**
 * Every service's events, kept for ever since views are built again from the first one, and beside them what could not
 * be handled.
 */
const topics: readonly Topic[] = contracts.flatMap(({ topic }) => [
  { name: topic, retentionMs: FOR_EVER },
  { name: `${topic}.dead-letter`, retentionMs: DEAD_LETTERS_MS },
]);

/**
 * Makes the topics that are not there yet, and returns a line for each topic. Refuses a topic that has another number
 * of partitions than asked for: another number loses the order of an aggregate's events.
 */
export async function ensureTopics(
  access: KafkaAccess & { prefix: string },
  layout: TopicLayout,
  log: Log,
): Promise<string[]> {
  const admin = await openKafkaAdmin({ ...access, clientId: 'provision' }, log);
  try {
    const wanted = topics.map((topic) => ({ ...topic, name: `${access.prefix}${topic.name}` }));
    const partitions = await admin.countPartitions(wanted.map(({ name }) => name));
    assertSamePartitions(partitions, layout);
    const missing = wanted.filter(({ name }) => !partitions.has(name));
    if (missing.length > 0) await admin.createTopics(await newTopics(admin, missing, layout));
    return wanted.map(({ name }) => {
      const count = partitions.get(name);
      const made = `made, ${layout.partitions ?? PARTITIONS} partitions`;
      return `topic ${name}: ${count === undefined ? made : `there, ${count} partitions`}`;
    });
  } finally {
    await admin.close();
  }
}

function assertSamePartitions(partitions: ReadonlyMap<string, number>, layout: TopicLayout): void {
  for (const [name, count] of partitions) {
    if (layout.partitions !== undefined && layout.partitions !== count)
      throw new ConfigError([
        `TOPIC_PARTITIONS: asks for ${layout.partitions}, and topic ${name} has ${count}: ` +
          `events would lose their order. Set it to ${count}, or leave it out`,
      ]);
  }
}

async function newTopics(
  admin: Pick<KafkaAdmin, 'countBrokers'>,
  missing: readonly Topic[],
  { partitions = PARTITIONS, replication }: TopicLayout,
): Promise<NewTopic[]> {
  const replicas = replication ?? Math.min(REPLICATION, await admin.countBrokers());
  return missing.map(({ name, retentionMs }) => ({
    name,
    partitions,
    replication: replicas,
    settings: {
      'cleanup.policy': 'delete',
      'retention.ms': String(retentionMs),
      'retention.bytes': '-1',
      // An event is acknowledged when a second broker has it, as long as there is one to spare.
      'min.insync.replicas': String(replicas > 2 ? 2 : 1),
    },
  }));
}
