import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { consume } from '#shared/delivery/consume.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import type { Delivery } from '#shared/events/events.ts';
import { kafkaEvents } from '#shared/events/kafka/kafka.ts';
import { createLog } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';
import { startRelay } from '#shared/delivery/relay.ts';
import { at } from '#tests/support/at.ts';
import { books, contract, copies, copying, write } from '#tests/faults/worst-moment/book.ts';
import { clerksAtWork } from '#tests/faults/worst-moment/clerks.ts';
import { contentsOf } from '#tests/faults/worst-moment/worst-moment.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { mutate } from '#tests/support/graph-of.ts';
import { houseUnderTest } from '#tests/support/house.ts';
import { proxyTo, type Proxy, type ProxyMode } from '#tests/support/proxy.ts';
import { examined } from '../faults/killed-processes.ts';

jest.setTimeout(600_000);

/** Two minutes with FAULTS=long. */
const long = process.env.FAULTS === 'long';
const AWAY_MS = long ? 120_000 : 8000;
const log = createLog('fault', 'silent');
const lead = {
  name: 'reportLead',
  selection: 'lead { id }',
  input: { municipality: '06431006', company: 'Ried-Logistik', kind: 'EXPANSION', reportedOn: '2026-02-03' },
};
const { KAFKA_BROKERS_PROXIED: proxied, KAFKA_PROXY_TARGET: target } = process.env;

if (mongoUrl === undefined || kafkaBrokers === undefined || proxied === undefined || target === undefined) {
  describe.skip('a broker that is away (set MONGO_URL, KAFKA_BROKERS, KAFKA_BROKERS_PROXIED, KAFKA_PROXY_TARGET)', () =>
    test('is not tested', () => undefined));
} else {
  describe('while the broker is away', () => {
    test.each<[string, ProxyMode]>([
      ['refuses connections', 'cut'],
      ['swallows everything', 'blackhole'],
    ])('and %s, commands go on; once it is back, everything is heard once and in order', async (_, mode) => {
      const proxy = await proxyBefore(target, proxied);
      const engines = await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers });
      const config = { ...engines.config, kafka: { brokers: [proxied] } };
      const [documents, listening] = [await openDocuments('cases', config), await openDocuments('insights', config)];
      const events = await openEvents('cases', config, log);
      const [book, copy] = [books(documents), copies(listening)];
      await documents.prepare();
      await listening.prepare();
      const relay = startRelay({ outboxes: [book], documents, events, log, replica: 'the-one-relay' });
      const consumer = await consume(copying(copy), { group: 'insights', documents: listening, events, log });

      const working = new AbortController();
      // Nobody writes one case so often that its outbox, which is bounded, fills up in two minutes.
      const work = clerksAtWork(
        (entry) => write(book, entry),
        working.signal,
        () => pause(long ? 3000 : 200),
      );
      await eventually(async () => expect(Object.keys(await contentsOf(copy)).length).toBeGreaterThan(10), 60_000);
      proxy.set(mode);
      await pause(AWAY_MS);
      const waiting = await book.pendingEvents(1_000_000);
      proxy.set('pass');
      const back = performance.now();
      working.abort();
      const acknowledged = await work;

      await eventually(async () => expect(await contentsOf(copy)).toEqual(await contentsOf(book)), 120_000);
      if (long)
        process.stderr.write(
          `${mode}: ${waiting.length} events waited ${AWAY_MS / 1000} s and were heard ` +
            `${((performance.now() - back) / 1000).toFixed(1)} s after its return\n`,
        );
      expect(Object.values(await contentsOf(copy)).flat()).toHaveLength(acknowledged.length);
      expect(waiting.length).toBeGreaterThan(0);
      expect(waiting[0]?.source).toBe(`/${contract.topic.split('.')[0] ?? ''}`);
      await Promise.all([relay.stop(), consumer.stop()]);
      await Promise.all([documents.close(), listening.close(), events.close()]);
      await engines.remove();
      await proxy.close();
    });

    test('a house starts, is ready and takes commands; once it is back, they are heard', async () => {
      const proxy = await proxyBefore(target, proxied);
      const engines = await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers });
      proxy.set('cut');
      await using house = await houseUnderTest({ ...engines, env: { ...engines.env, KAFKA_BROKERS: proxied } });
      const started = house.pids();
      expect(at(await mutate(house, 'rathaus.einhausen', lead), 'refusal')).toBeNull();
      expect((await fetch(`http://127.0.0.1:${house.ports.employers}/readyz`)).status).toBe(200);

      proxy.set('pass');
      await eventually(async () => {
        const { problems, aggregates } = await examined(engines.config);
        expect([problems, aggregates]).toEqual([[], 1]);
      }, 60_000);
      expect(house.pids()).toEqual(started);
      await proxy.close();
    });
  });

  describe('of a connection on which nothing comes any more, while the brokers answer others,', () => {
    test('a consumer is told that it is dead, and a new one hears what it missed', async () => {
      const proxy = await proxyBefore(target, proxied);
      const engines = await provisioned({ KAFKA_BROKERS: kafkaBrokers });
      const settings = { brokers: [proxied], clientId: 'half-open', prefix: engines.config.prefix };
      const dead = Promise.withResolvers<string>();
      const events = kafkaEvents(settings, { log, onDead: dead.resolve, silentMs: 3000 });
      // At least once: what was heard before the silence may come again.
      const heard = new Set<string>();
      const handle = async (delivery: Delivery): Promise<void> => void heard.add(delivery.key);
      const subscription = await events.subscribe({ topics: ['cases.events'], group: 'insights', handle });
      await events.publish('cases.events', [event('c-1')]);
      await eventually(() => expect([...heard]).toEqual(['c-1']), 30_000);

      proxy.set('frozen');
      expect(await dead.promise).toBe('silent');
      // As the process that is started again; its predecessor's place in the group is free after a while.
      const again = kafkaEvents(settings, { log, onDead: () => undefined });
      await again.publish('cases.events', [event('c-2')]);
      const other = await again.subscribe({ topics: ['cases.events'], group: 'insights', handle });
      await eventually(() => expect([...heard]).toEqual(['c-1', 'c-2']), 60_000);
      await other.stop();
      await again.close();
      await proxy.close();
      await Promise.all([subscription.stop().catch(() => undefined), events.close()]);
      await engines.remove();
    });

    test('a publisher takes another one', async () => {
      const proxy = await proxyBefore(target, proxied);
      const engines = await provisioned({ KAFKA_BROKERS: kafkaBrokers });
      const events = kafkaEvents(
        { brokers: [proxied], clientId: 'half-open', prefix: engines.config.prefix },
        { log, onDead: () => undefined },
      );
      await events.publish('cases.events', [event('c-1')]);
      proxy.set('frozen');
      await expect(events.publish('cases.events', [event('c-2')])).rejects.toThrow(Unavailable);
      await events.publish('cases.events', [event('c-2')]);
      const logged: string[] = [];
      for await (const { key } of events.read('cases.events')) logged.push(key);
      // At least once, and in order for each aggregate alone.
      expect([...new Set(logged)].toSorted()).toEqual(['c-1', 'c-2']);
      await proxy.close();
      await events.close();
      await engines.remove();
    });
  });
}

function proxyBefore(target: string, proxied: string): Promise<Proxy> {
  const [host = '', port = ''] = target.split(':');
  return proxyTo({ host, port: Number(port) }, Number(proxied.split(':')[1]));
}

function event(subject: string): Message {
  return {
    id: `${subject}.1`,
    type: 'entry.added',
    source: '/cases',
    subject,
    sequence: 1,
    time: '2026-03-01T09:00:00.000Z',
    requestid: 'r-1',
    data: { entry: 'x' },
  };
}
