import type { Admin, Kafka } from 'kafkajs';
import type { Log } from '#shared/log.ts';
import { waitAtMost } from '#shared/service/on-stop.ts';
import { NotProvisioned } from '#shared/settings/not-provisioned.ts';
import type { Events, Handle, Subscription } from '#shared/events/events.ts';
import { adminOf, consumerOf, groupClient, kafkaClient, probeOf, producerOf, type KafkaSettings } from './client.ts';
import { latestOf } from './latest.ts';
import { kafkaPublisher } from './publisher.ts';
import { awaitBrokers } from './errors.ts';
import { readTopic } from './read-topic.ts';
import { handleBatch } from './handle-batch.ts';
import { reconnectingClient } from './reconnecting.ts';
import { watchConsumer } from './watch-consumer.ts';

export type KafkaOptions = {
  log: Log;
  /** Called when a consumer will not read again by itself: the process has to be started anew. */
  onDead: (reason: string) => void;
  /** The time for which a consumer may be silent while the brokers answer others. */
  silentMs?: number;
};

const SILENT_MS = 30_000;
const STOP_MS = 3000;

/**
 * Opens the log of a larger house, on Apache Kafka. Topics exist already, with their partitions and replication:
 * `infra/operate/topics.ts`. Nothing connects before it is needed, so that a process starts while the brokers are away.
 */
export function kafkaEvents(settings: KafkaSettings, { log, onDead, silentMs = SILENT_MS }: KafkaOptions): Events {
  const kafka = kafkaClient(settings, log);
  const groups = groupClient(settings, log);
  const publisher = kafkaPublisher(() => producerOf(kafka));
  const admin = reconnectingClient(() => adminOf(kafka));
  const askAdmin = <Result>(ask: (client: Admin) => Promise<Result>): Promise<Result> => awaitBrokers(admin.use(ask));
  const prefix = settings.prefix ?? '';
  const prefixed = (name: string): string => `${prefix}${name}`;
  return {
    publish: (topic, messages) => publisher.send(prefixed(topic), messages),
    ready: async (topics) => assertTopics(topics.map(prefixed), await askAdmin((client) => client.listTopics())),
    subscribe: ({ topics, group, handle }) =>
      startConsumer(
        { topics: topics.map(prefixed), group: prefixed(group), prefix, handle },
        { kafka, groups, log, onDead, silentMs },
      ),
    read: (topic) => readTopic(groups, { topic, prefix }),
    latest: (topic) => askAdmin((client) => latestOf({ kafka, admin: client }, { topic, prefix })),
    lag: async (group, topics) => {
      let lag = 0;
      for (const topic of topics) lag += await askAdmin((client) => lagOf(client, prefixed(group), prefixed(topic)));
      return lag;
    },
    rewind: (group) => askAdmin((client) => deleteGroup(client, prefixed(group))),
    close: async () => void (await Promise.all([publisher.close(), admin.close()])),
  };
}

function assertTopics(topics: readonly string[], present: readonly string[]): void {
  const missing = [...new Set(topics)].filter((topic) => !present.includes(topic));
  if (missing.length > 0) throw new NotProvisioned(missing.map((topic) => `topic ${topic}`));
}

/** Topics and group as the cluster names them; `prefix` is left out of the topics that `handle` is given. */
type GroupSubscription = { topics: string[]; group: string; prefix: string; handle: Handle };
type ConsumerParts = Required<KafkaOptions> & { kafka: Kafka; groups: Kafka };

async function startConsumer(
  { topics, group, prefix, handle }: GroupSubscription,
  { kafka, groups, log, onDead, silentMs }: ConsumerParts,
): Promise<Subscription> {
  const consumer = consumerOf(groups, group);
  const subscribed = consumer.connect().then(() => consumer.subscribe({ topics, fromBeginning: true }));
  await awaitBrokers(subscribed).catch(async (error: unknown) => {
    await consumer.disconnect().catch(() => undefined);
    throw error;
  });
  const brokersAnswer = () => doBrokersAnswer(probeOf(kafka));
  const watching = watchConsumer(consumer, { silentMs, brokersAnswer, log, onDead });
  const topicOf = (topic: string): string => topic.slice(prefix.length);
  // Resolves when the group has let this member in, which may take until a dead one's session is over: nobody waits for
  // it.
  void consumer
    .run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => handleBatch(payload, { handle, topicOf }),
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
}

/** Returns true when the brokers answer on a connection of its own. */
async function doBrokersAnswer(admin: Admin): Promise<boolean> {
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

/** Deletes a group that the brokers know; one that they do not know begins with the first event anyway. */
async function deleteGroup(admin: Admin, groupId: string): Promise<void> {
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
