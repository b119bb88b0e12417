import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { createLog } from '#shared/log.ts';
import { eventsContract } from './events.contract.ts';
import { kafkaClient, producerOf } from './kafka-client.ts';
import { kafkaEvents } from './kafka.ts';

const brokers = process.env.KAFKA_BROKERS?.split(',');
const log = createLog('test', 'silent');

if (brokers === undefined) {
  describe.skip('events on Kafka (set KAFKA_BROKERS)', () => test('are not tested', () => undefined));
} else {
  eventsContract('Kafka', async () => {
    const settings = { brokers, clientId: 'test', prefix: `test-${randomUUID()}.` };
    const topics: [string, string] = ['courses.events', 'people.events'];
    const kafka = kafkaClient(settings, log);
    const admin = kafka.admin();
    await admin.connect();
    const named = topics.map((topic) => `${settings.prefix}${topic}`);
    await admin.createTopics({ waitForLeaders: true, topics: named.map((topic) => ({ topic, numPartitions: 3, replicationFactor: 1 })) });
    return {
      open: async () => kafkaEvents(settings, { log, onDead: (reason) => expect(reason).toBe('alive') }),
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
      },
    };
  });
}
