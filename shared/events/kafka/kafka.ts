import type { Admin } from 'kafkajs';
import type { Log } from '#shared/log.ts';
import { waitAtMost } from '#shared/service/on-stop.ts';
import { NotProvisioned } from '#shared/settings/not-provisioned.ts';
import type { Events } from '#shared/events/events.ts';
import { adminOf, consumerOf, groupClient, kafkaClient, probeOf, producerOf, type KafkaSettings } from './client.ts';
import { latestOf } from './latest.ts';
import { publisher } from './publisher.ts';
import { reached } from './reach.ts';
import { readTopic } from './read.ts';
import { readBatch } from './reader.ts';
import { reconnecting } from './reconnecting.ts';
import { watch } from './watch.ts';

export type KafkaOptions = {
  log: Log;
  /** Called when a consumer will not read again by itself: the process has to be started anew. */
  onDead: (reason: string) => void;
  /** How long a consumer may be silent while the brokers answer others. */
  silentMs?: number;
};

const SILENT_MS = 30_000;
const STOP_MS = 3000;

/**
 * The log of a larger house, on Apache Kafka. Topics exist already, with their partitions and replication:
 * `infra/operate/topics.ts`. Nothing is connected before it is needed, so that a process starts while the brokers are away.
 */
export function kafkaEvents(settings: KafkaSettings, { log, onDead, silentMs = SILENT_MS }: KafkaOptions): Events {
  const kafka = kafkaClient(settings, log);
  const groups = groupClient(settings, log);
  const published = publisher(() => producerOf(kafka));
  const admin = reconnecting(() => adminOf(kafka));
  const asked = <Result>(work: (client: Admin) => Promise<Result>): Promise<Result> => reached(admin.use(work));
  const prefix = settings.prefix ?? '';
  const named = (name: string): string => `${prefix}${name}`;
  const topicOf = (topic: string): string => topic.slice(prefix.length);

  return {
    publish: async (topic, messages) => {
      await published.send(named(topic), messages);
    },
    ready: async (topics) => {
      const there = new Set(await asked((client) => client.listTopics()));
      const missing = [...new Set(topics)].map(named).filter((topic) => !there.has(topic));
      if (missing.length > 0) throw new NotProvisioned(missing.map((topic) => `topic ${topic}`));
    },
    subscribe: async ({ topics, group, handle }) => {
      const consumer = consumerOf(groups, named(group));
      await reached(
        consumer.connect().then(() => consumer.subscribe({ topics: topics.map(named), fromBeginning: true })),
      ).catch(async (error: unknown) => {
        await consumer.disconnect().catch(() => undefined);
        throw error;
      });
      const watching = watch(consumer, { silentMs, answers: () => answering(probeOf(kafka)), log, onDead });
      // Resolves when the group has let this member in, which may take until a dead one's session is over: nobody waits
      // for it.
      void consumer
        .run({
          autoCommit: false,
          eachBatchAutoResolve: false,
          eachBatch: (payload) => readBatch(payload, { handle, topicOf }),
        })
        .catch((error: unknown) => onDead(error instanceof Error ? error.name : 'unknown'));
      return {
        stop: async () => {
          watching.stop();
          // On a connection on which nothing comes any more, the client would wait for ever.
          await waitAtMost(STOP_MS, consumer.stop());
          await waitAtMost(STOP_MS, consumer.disconnect());
        },
      };
    },
    read: (topic) => readTopic(groups, { topic, prefix }),
    latest: (topic) => asked((client) => latestOf({ kafka, admin: client }, { topic, prefix })),
    lag: async (group, topics) => {
      let lag = 0;
      for (const topic of topics) lag += await asked((client) => lagOf(client, named(group), named(topic)));
      return lag;
    },
    rewind: (group) => asked((client) => forget(client, named(group))),
    close: async () => void (await Promise.all([published.close(), admin.close()])),
  };
}

/** Whether the brokers answer on a connection of its own. */
async function answering(admin: Admin): Promise<boolean> {
  // A connection says little: kafkajs has one as soon as somebody accepts it, also when nothing ever comes.
  const answered = await admin
    .connect()
    .then(() => admin.describeCluster())
    .then(
      () => true,
      () => false,
    );
  void admin.disconnect().catch(() => undefined);
  return answered;
}

/** A group that is not known begins with the first event anyway. */
async function forget(admin: Admin, groupId: string): Promise<void> {
  const { groups } = await admin.listGroups();
  if (groups.some((group) => group.groupId === groupId)) await admin.deleteGroups([groupId]);
}

async function lagOf(admin: Admin, groupId: string, topic: string): Promise<number> {
  const [ends, [committed]] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.fetchOffsets({ groupId, topics: [topic] }),
  ]);
  const done = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
  return ends.reduce(
    (sum, { partition, high, low }) => sum + Number(high) - Math.max(Number(low), done.get(partition) ?? 0),
    0,
  );
}
