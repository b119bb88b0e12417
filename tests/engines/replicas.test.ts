import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { createLog } from '#shared/log.ts';
import { books, copies, write } from '#tests/faults/worst-moment/book.ts';
import { clerksAtWork } from '#tests/faults/worst-moment/clerks.ts';
import { contentsOf, expectWhole, MARK } from '#tests/faults/worst-moment/worst-moment.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { eventually } from '#tests/support/eventually.ts';

jest.setTimeout(600_000);

const long = process.env.FAULTS === 'long';
const file = fileURLToPath(new URL('../faults/worst-moment/replica.ts', import.meta.url));
/** A relay's lease is over after ten seconds. */
const LONGER_THAN_A_LEASE_MS = 14_000;
/** No event waits longer for who died: invariant of the groups, whoever dies and when. */
const HALF_A_MINUTE_MS = 30_000;

async function replica(config: EngineConfig): Promise<ChildProcess> {
  const child = fork(file, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, REPLICA: JSON.stringify(config) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  await once(child, 'message');
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'close');
  child.kill(signal);
  await gone;
}

/** What is done to the replicas while sixteen people write; answers those that live at the end. */
type Trouble = (replicas: {
  config: EngineConfig;
  first: ChildProcess;
  second: ChildProcess;
  heard: (withinMs?: number) => Promise<void>;
}) => Promise<ChildProcess[]>;

const troubles: [string, Trouble][] = [
  [
    'the one that publishes is killed, another takes over',
    async ({ first, second, heard }) => {
      await ended(first, 'SIGKILL');
      const killed = performance.now();
      await heard();
      if (long)
        process.stderr.write(
          `taken over and heard ${((performance.now() - killed) / 1000).toFixed(1)} s after the death\n`,
        );
      return [second];
    },
  ],
  [
    'the one that publishes stands still for longer than its lease and wakes up',
    async ({ first, second, heard }) => {
      first.kill('SIGSTOP');
      await pause(LONGER_THAN_A_LEASE_MS);
      await heard();
      first.kill('SIGCONT');
      await heard();
      return [first, second];
    },
  ],
  [
    'one is added and removed again and again',
    async ({ config, first, second }) => {
      for (let round = 0; round < (long ? 12 : 2); round += 1) {
        const third = await replica(config);
        await pause(long ? 10_000 : 3000);
        await ended(third, round % 2 === 0 ? 'SIGTERM' : 'SIGKILL');
      }
      return [first, second];
    },
  ],
  [
    'one after the other is killed while its group still waits for the one before',
    async ({ config, first, second, heard }) => {
      for (const living of [first, second]) await ended(living, 'SIGKILL');
      for (let round = 0; round < 4; round += 1) {
        const next = await replica(config);
        await pause(1000 + 500 * round);
        await ended(next, 'SIGKILL');
      }
      const last = await replica(config);
      await heard(HALF_A_MINUTE_MS);
      return [last];
    },
  ],
];

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('replicas of a service (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('are not tested', () => undefined));
else {
  const [mongo, brokers] = [mongoUrl, kafkaBrokers];
  describe('of several replicas', () => {
    test.each(troubles)('%s: nothing is lost, doubled or out of order', async (_, trouble) => {
      const engines = await provisioned({ MONGO_URL: mongo, KAFKA_BROKERS: brokers });
      const { config } = engines;
      const [documents, listening] = [await openDocuments('cases', config), await openDocuments('insights', config)];
      const events = await openEvents('cases', config, createLog('fault', 'silent'));
      const [book, copy] = [books(documents), copies(listening)];
      await documents.prepare();
      await listening.prepare();
      const first = await replica(config);
      const heard = async (withinMs = 60_000): Promise<void> => {
        const id = `marked-${performance.now()}`;
        await write(book, { book: id, entry: MARK, key: id });
        await eventually(async () => expect(await copy.get(id)).not.toBeNull(), withinMs);
      };
      await heard();
      const second = await replica(config);

      const working = new AbortController();
      const work = clerksAtWork(
        (entry) => write(book, entry),
        working.signal,
        () => pause(200),
      );
      const living = await trouble({ config, first, second, heard });
      working.abort();
      const acknowledged = await work;
      await eventually(async () => expect(await contentsOf(copy)).toEqual(await contentsOf(book)), 120_000);
      await eventually(async () => expect(await book.pendingEvents(1)).toEqual([]), 30_000);
      await expectWhole(acknowledged, { documents, book, events });
      await Promise.all(living.map((child) => ended(child, 'SIGTERM')));
      await Promise.all([documents.close(), listening.close(), events.close()]);
      await engines.remove();
    });
  });
}
