import { randomUUID } from 'node:crypto';
import { describe, expect, jest, test } from '@jest/globals';
import { createLog } from '#shared/log.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { Unavailable } from '#shared/refusal.ts';
import { eventually } from '#tests/support/eventually.ts';
import { eventsContract, type EventsUnderTest } from '#shared/events/events.contract.ts';
import { adminOf, kafkaClient, producerOf } from './client.ts';
import { messageAbout } from '#shared/contracts/message.fixture.ts';
import { kafkaEvents } from './kafka.ts';

jest.setTimeout(60_000);

const brokers = process.env.KAFKA_BROKERS?.split(',');
const log = createLog('test', 'silent');

if (brokers === undefined) {
  describe.skip('events on Kafka (set KAFKA_BROKERS)', () => test('are not tested', () => undefined));
} else {
  eventsContract('Kafka', () => onKafka(brokers));

  test('an attempt that takes longer than a session lasts does not cost its member the partitions', async () => {
    const kafka = await onKafka(brokers);
    const events = await kafka.open();
    await events.publish(kafka.topics[0], [messageAbout('c-1', 1)]);
    let attempts = 0;
    let done = false;
    const subscription = await events.subscribe({
      topics: [kafka.topics[0]],
      group: 'slow',
      handle: async () => {
        attempts += 1;
        await new Promise((resolve) => setTimeout(resolve, 16_000));
        done = true;
      },
    });
    await eventually(() => expect(done).toBe(true), 40_000);
    await eventually(async () => expect(await events.lag('slow', [kafka.topics[0]])).toBe(0));
    expect(attempts).toBe(1);
    await subscription.stop();
    await events.close();
    await kafka.destroy();
  });

  describe('what a broker takes at once', () => {
    const event = (subject: string, sequence: number, bytes: number): Message =>
      messageAbout(subject, sequence, { data: { text: 'x'.repeat(bytes) } });

    test('is no limit to how many events are published, in order for each aggregate', async () => {
      const kafka = await onKafka(brokers);
      const events = await kafka.open();
      const many = Array.from({ length: 40 }, (_, course) =>
        Array.from({ length: 200 }, (__, n) => event(`c-${course}`, n + 1, 500)),
      ).flat();
      await events.publish(kafka.topics[0], many);
      const heard = new Map<string, number>();
      for await (const delivery of events.read(kafka.topics[0])) {
        if (!('message' in delivery)) throw new Error('unreadable');
        expect(delivery.message.sequence).toBe((heard.get(delivery.key) ?? 0) + 1);
        heard.set(delivery.key, delivery.message.sequence);
      }
      expect([heard.size, ...new Set(heard.values())]).toEqual([40, 200]);
      await events.close();
      await kafka.destroy();
    });

    test('is told apart from a broker that is away: an event it never takes can be put aside', async () => {
      const kafka = await onKafka(brokers);
      const events = await kafka.open();
      const refused: unknown = await events
        .publish(kafka.topics[0], [event('c-1', 1, 2_000_000)])
        .catch((error: unknown) => error);
      expect([refused instanceof Error, refused instanceof Unavailable]).toEqual([true, false]);
      await events.publish(kafka.topics[0], [event('c-2', 1, 10)]);
      await events.close();
      await kafka.destroy();
    });
  });
}

async function onKafka(servers: string[]): Promise<EventsUnderTest> {
  const settings = { brokers: servers, clientId: 'test', prefix: `test-${randomUUID()}.` };
  const topics: [string, string] = ['courses.events', 'people.events'];
  const kafka = kafkaClient(settings, log);
  const admin = adminOf(kafka);
  await admin.connect();
  const named = topics.map((topic) => `${settings.prefix}${topic}`);
  await admin.createTopics({
    waitForLeaders: true,
    topics: named.map((topic) => ({ topic, numPartitions: 3, replicationFactor: 1 })),
  });
  // An expectation within a client's callback would fail nothing.
  const dead: string[] = [];
  return {
    open: async () => kafkaEvents(settings, { log, onDead: (reason) => void dead.push(reason) }),
    topics,
    spoil: async (topic, key) => {
      const producer = producerOf(kafka);
      await producer.connect();
      await producer.send({ topic: `${settings.prefix}${topic}`, messages: [{ key, value: '{"half' }] });
      await producer.disconnect();
    },
    destroy: async () => {
      await admin.deleteTopics({ topics: named });
      await admin.disconnect();
      expect(dead).toEqual([]);
    },
  };
}
