import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { consume } from '#shared/consume.ts';
import { openDocuments, openEvents } from '#shared/engines.ts';
import { createLog } from '#shared/log.ts';
import { startRelay } from '#shared/relay.ts';
import { books, contract, copies, copying, write } from '#tests/faults/worst-moment/book.ts';
import { clerksAtWork } from '#tests/faults/worst-moment/clerks.ts';
import { contentsOf } from '#tests/faults/worst-moment/worst-moment.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { proxyTo, type ProxyMode } from '#tests/support/proxy.ts';

jest.setTimeout(600_000);

/** Two minutes with FAULTS=long. */
const long = process.env.FAULTS === 'long';
const AWAY_MS = long ? 120_000 : 8000;
const log = createLog('fault', 'silent');
const { KAFKA_BROKERS_PROXIED: proxied, KAFKA_PROXY_TARGET: target } = process.env;

if (mongoUrl === undefined || kafkaBrokers === undefined || proxied === undefined || target === undefined) {
  describe.skip('a broker that is away (set MONGO_URL, KAFKA_BROKERS, KAFKA_BROKERS_PROXIED and KAFKA_PROXY_TARGET)', () => test('is not tested', () => undefined));
} else {
  describe('while the broker is away', () => {
    test.each<[string, ProxyMode]>([['refuses connections', 'cut'], ['swallows everything', 'blackhole']])('and %s, commands go on; once it is back, everything is heard once and in order', async (_, mode) => {
      const [host = '', port = ''] = target.split(':');
      const proxy = await proxyTo({ host, port: Number(port) }, Number(proxied.split(':')[1]));
      const engines = await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers });
      const config = { ...engines.config, kafka: { brokers: [proxied] } };
      const [documents, listening] = [await openDocuments('cases', config), await openDocuments('insights', config)];
      const events = await openEvents('cases', config, log);
      const [book, copy] = [books(documents), copies(listening)];
      await documents.prepare();
      await listening.prepare();
      const relay = startRelay({ collections: [book], documents, events, log, replica: 'the-one-relay' });
      const consumer = await consume(copying(copy), { group: 'insights', documents: listening, events, log });

      const working = new AbortController();
      // Nobody writes one case so often that its outbox, which is bounded, fills up in two minutes.
      const work = clerksAtWork((entry) => write(book, entry), working.signal, () => pause(long ? 3000 : 200));
      await eventually(async () => expect(Object.keys(await contentsOf(copy)).length).toBeGreaterThan(10), 60_000);
      proxy.set(mode);
      await pause(AWAY_MS);
      const waiting = await book.pendingEvents(1_000_000);
      proxy.set('pass');
      const back = performance.now();
      working.abort();
      const acknowledged = await work;

      await eventually(async () => expect(await contentsOf(copy)).toEqual(await contentsOf(book)), 120_000);
      if (long) process.stderr.write(`${mode}: ${waiting.length} events waited ${AWAY_MS / 1000} s and were heard ${((performance.now() - back) / 1000).toFixed(1)} s after its return\n`);
      expect(Object.values(await contentsOf(copy)).flat()).toHaveLength(acknowledged.length);
      expect(waiting.length).toBeGreaterThan(0);
      expect(waiting[0]?.source).toBe(`/${contract.topic.split('.')[0] ?? ''}`);
      await Promise.all([relay.stop(), consumer.stop()]);
      await Promise.all([documents.close(), listening.close(), events.close()]);
      await engines.remove();
      await proxy.close();
    });
  });
}
