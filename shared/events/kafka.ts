import { randomUUID } from 'node:crypto';
import type { Admin, Kafka } from 'kafkajs';
import type { Log } from '#shared/log.ts';
import { NotProvisioned } from '#shared/not-provisioned.ts';
import { Unavailable } from '#shared/refusal.ts';
import { deliveryOf } from './cloud-event.ts';
import type { Delivery, Events } from './events.ts';
import { adminOf, consumerOf, kafkaClient, producerOf, type KafkaSettings } from './kafka-client.ts';
import { publisher } from './kafka-publisher.ts';
import { readBatch } from './kafka-reader.ts';
import { reconnecting } from './kafka-reconnecting.ts';
import { watch } from './kafka-watch.ts';

export type KafkaOptions = {
  log: Log;
  /** Called when a consumer will not read again by itself: the process has to be started anew. */
  onDead: (reason: string) => void;
  /** How long a consumer may be silent while the brokers answer others. */
  silentMs?: number;
};

const SILENT_MS = 45_000;

/**
 * The log of a larger house, on Apache Kafka. Topics exist already, with their partitions and replication: `infra/topics.ts`.
 * Nothing is connected before it is needed, so that a process starts while the brokers are away.
 */
export function kafkaEvents(settings: KafkaSettings, { log, onDead, silentMs = SILENT_MS }: KafkaOptions): Events {
  const kafka = kafkaClient(settings, log);
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
      const consumer = consumerOf(kafka, named(group));
      await reached(consumer.connect().then(() => consumer.subscribe({ topics: topics.map(named), fromBeginning: true }))).catch(async (error: unknown) => {
        await consumer.disconnect().catch(() => undefined);
        throw error;
      });
      const watching = watch(consumer, { silentMs, answers: () => answering(adminOf(kafka)), onDead });
      // Resolves when the group has let this member in, which may take until a dead one's session is over: nobody waits for it.
      void consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: (payload) => readBatch(payload, { handle, topicOf }) }).catch((error: unknown) => onDead(error instanceof Error ? error.name : 'unknown'));
      return {
        stop: async () => {
          watching.stop();
          await consumer.stop();
          await consumer.disconnect();
        },
      };
    },
    read: async function* (topic) {
      const own = adminOf(kafka);
      await reached(own.connect());
      try {
        yield* readWhole({ kafka, admin: own }, { topic: named(topic), topicOf });
      } finally {
        await own.disconnect();
      }
    },
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
  const answered = await admin.connect().then(() => true, () => false);
  void admin.disconnect().catch(() => undefined);
  return answered;
}

/** A group that is not known begins with the first event anyway. */
async function forget(admin: Admin, groupId: string): Promise<void> {
  const { groups } = await admin.listGroups();
  if (groups.some((group) => group.groupId === groupId)) await admin.deleteGroups([groupId]);
}

async function lagOf(admin: Admin, groupId: string, topic: string): Promise<number> {
  const [ends, [committed]] = await Promise.all([admin.fetchTopicOffsets(topic), admin.fetchOffsets({ groupId, topics: [topic] })]);
  const done = new Map(committed?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
  return ends.reduce((sum, { partition, high, low }) => sum + Number(high) - Math.max(Number(low), done.get(partition) ?? 0), 0);
}

/** Reads up to where the topic ended when it was asked for, with a group that is gone afterwards. */
async function* readWhole({ kafka, admin }: { kafka: Kafka; admin: Admin }, { topic, topicOf }: { topic: string; topicOf: (topic: string) => string }): AsyncGenerator<Delivery> {
  const ends = await reached(admin.fetchTopicOffsets(topic));
  const open = new Map(ends.filter(({ high, low }) => Number(high) > Number(low)).map(({ partition, high }) => [partition, Number(high)]));
  if (open.size === 0) return;
  const groupId = `read-${randomUUID()}`;
  const consumer = consumerOf(kafka, groupId);
  const queue = pullQueue<Delivery>();
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ partition, message }) => {
      const end = open.get(partition);
      if (end === undefined || Number(message.offset) >= end) return;
      queue.push(deliveryOf({ topic: topicOf(topic), partition }, message));
      if (Number(message.offset) === end - 1) open.delete(partition);
      if (open.size === 0) queue.end();
    },
  });
  try {
    yield* queue.items();
  } finally {
    await consumer.disconnect();
    await admin.deleteGroups([groupId]).catch(() => undefined);
  }
}

type PullQueue<Item> = { push: (item: Item) => void; end: () => void; items: () => AsyncGenerator<Item> };

function pullQueue<Item>(): PullQueue<Item> {
  const waiting: Item[] = [];
  let ended = false;
  let wake = Promise.withResolvers<undefined>();
  return {
    push: (item) => {
      waiting.push(item);
      wake.resolve(undefined);
    },
    end: () => {
      ended = true;
      wake.resolve(undefined);
    },
    items: async function* () {
      for (;;) {
        yield* waiting.splice(0);
        if (ended && waiting.length === 0) return;
        if (waiting.length === 0) await wake.promise;
        wake = Promise.withResolvers();
      }
    },
  };
}

async function reached<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new Unavailable('the event log does not answer', { cause: error });
  }
}
