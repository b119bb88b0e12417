import type { Admin, Consumer } from 'kafkajs';
import type { Log } from '#shared/log.ts';
import { NotProvisioned } from '#shared/not-provisioned.ts';
import { recordOf } from './cloud-event.ts';
import type { Events } from './events.ts';
import { adminOf, consumerOf, kafkaClient, producerOf, type KafkaSettings } from './kafka-client.ts';
import { reached } from './kafka-reach.ts';
import { readTopic } from './kafka-read.ts';
import { readBatch } from './kafka-reader.ts';

/** `onDead` is called when a consumer will not read again by itself: the process has to be started anew. */
export type KafkaOptions = { log: Log; onDead: (reason: string) => void };

/** The log of a larger house, on Apache Kafka. Topics exist already, with their partitions and replication: `infra/topics.ts`. */
export async function kafkaEvents(settings: KafkaSettings, { log, onDead }: KafkaOptions): Promise<Events> {
  const kafka = kafkaClient(settings, log);
  const producer = producerOf(kafka);
  const admin = adminOf(kafka);
  await reached(Promise.all([producer.connect(), admin.connect()]));
  const prefix = settings.prefix ?? '';
  const named = (name: string): string => `${prefix}${name}`;
  const topicOf = (topic: string): string => topic.slice(prefix.length);

  return {
    publish: async (topic, messages) => {
      if (messages.length === 0) return;
      await reached(producer.send({ topic: named(topic), acks: -1, timeout: 10_000, messages: messages.map(recordOf) }));
    },
    ready: async (topics) => {
      const there = new Set(await reached(admin.listTopics()));
      const missing = [...new Set(topics)].map(named).filter((topic) => !there.has(topic));
      if (missing.length > 0) throw new NotProvisioned(missing.map((topic) => `topic ${topic}`));
    },
    subscribe: async ({ topics, group, handle }) => {
      const consumer = consumerOf(kafka, named(group));
      watch(consumer, onDead);
      await reached(consumer.connect());
      await reached(consumer.subscribe({ topics: topics.map(named), fromBeginning: true }));
      // Resolves when the group has let this member in, which may take until a dead one's session is over: nobody waits for it.
      void consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: (payload) => readBatch(payload, { handle, topicOf }) }).catch((error: unknown) => onDead(error instanceof Error ? error.name : 'unknown'));
      return {
        stop: async () => {
          await consumer.stop();
          await consumer.disconnect();
        },
      };
    },
    read: (topic) => readTopic({ kafka, admin }, { topic, prefix }),
    lag: async (group, topics) => {
      let lag = 0;
      for (const topic of topics) lag += await lagOf(admin, named(group), named(topic));
      return lag;
    },
    rewind: (group) => forget(admin, named(group)),
    ping: async () => void (await reached(admin.describeCluster())),
    close: async () => {
      await producer.disconnect();
      await admin.disconnect();
    },
  };
}

/** A crash the client does not restart from leaves a process that lives and reads nothing. */
function watch(consumer: Consumer, onDead: KafkaOptions['onDead']): void {
  consumer.on(consumer.events.CRASH, ({ payload: { error, restart } }) => {
    if (!restart) onDead(error.name);
  });
}

/** A group that is not known begins with the first event anyway. */
async function forget(admin: Admin, groupId: string): Promise<void> {
  const { groups } = await reached(admin.listGroups());
  if (groups.some((group) => group.groupId === groupId)) await reached(admin.deleteGroups([groupId]));
}

async function lagOf(admin: Admin, groupId: string, topic: string): Promise<number> {
  const [ends, [committed]] = await reached(Promise.all([admin.fetchTopicOffsets(topic), admin.fetchOffsets({ groupId, topics: [topic] })]));
  const done = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
  return ends.reduce((sum, { partition, high, low }) => sum + Number(high) - Math.max(Number(low), done.get(partition) ?? 0), 0);
}
