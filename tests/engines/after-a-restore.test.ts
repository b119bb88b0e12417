import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import type { Message } from '#shared/contracts/contract.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { databaseOf, openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import type { OwnEngines } from '#infra/bench/own-engines.ts';
import { serviceProcess } from '../support/service-process.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '../support/engines.ts';

const program = fileURLToPath(new URL('../../infra/operate/compare-log.ts', import.meta.url));
const event = (subject: string, sequence: number): Message => ({
  id: `${subject}.${sequence}`,
  type: 'person.updated',
  source: '/people',
  subject,
  sequence,
  time: '2026-03-01T09:00:00.000Z',
  requestid: 'r',
  data: {},
});
const record = (id: string, revision: number) => ({
  _id: id,
  revision,
  state: { id, customerNumber: id },
  outbox: [],
  answered: [],
  seen: [],
});

if (mongoUrl === undefined || kafkaBrokers === undefined) {
  describe.skip('a database that is older than the log (set MONGO_URL and KAFKA_BROKERS)', () =>
    test('is not tested', () => undefined));
} else {
  describe('a database that is older than the log', () => {
    let engines: OwnEngines;
    const compared = (...options: string[]): { code: number | null; said: string } => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--disable-warning=ExperimentalWarning', program, ...options],
        { encoding: 'utf8', env: { ...process.env, ...engines.env } },
      );
      return { code: status, said: stdout + stderr };
    };
    const onPersons = async <Result>(
      work: (persons: mongoose.mongo.Collection<ReturnType<typeof record>>) => Promise<Result>,
    ): Promise<Result> => {
      const connection = await mongoose.createConnection(mongoUrl ?? '').asPromise();
      const result = await work(connection.getClient().db(databaseOf('people', engines.config)).collection('persons'));
      await connection.close();
      return result;
    };

    beforeAll(async () => {
      engines = await provisioned({ MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers });
      await onPersons((persons) => persons.insertMany([record('p-1', 2), record('p-2', 1)]));
      const events = await openEvents('people', engines.config, createLog('test', 'silent'));
      await events.publish(peopleEvents.topic, [
        event('p-1', 1),
        event('p-2', 1),
        event('p-1', 2),
        event('p-1', 3),
        event('p-1', 4),
      ]);
      await events.close();
    });
    afterAll(() => engines.remove());

    test('is not compared while a service may write to it', async () => {
      const documents = await openDocuments('people', engines.config);
      await documents.lease('relay', 'somebody', 60);
      expect(compared()).toEqual({
        code: 75,
        said: 'people runs, or was killed a moment ago: stop all services first\n',
      });
      await documents.lease('relay', 'somebody', 0);
      await documents.close();
    });

    /** What the service ended with, and said; one that starts is stopped. */
    const ended = async (): Promise<string> => {
      const folder = await mkdtemp(join(tmpdir(), 'kurze-wege-restored-'));
      try {
        await using service = await serviceProcess('people', join(folder, 'data'), {
          ...engines.env,
          LOG_LEVEL: 'silent',
        });
        const code = await Promise.race([service.code, service.ready().then(() => 'ready')]);
        if (code === 'ready') service.kill('SIGTERM');
        return `${await service.code} ${service.said()}`;
      } finally {
        await rm(folder, { recursive: true });
      }
    };

    test('is not served, in whichever partition of the log the later event lies', async () => {
      expect(await ended()).toMatch(
        /^78 people: people\.events is ahead of the store: .+ event 4 of p-1, the store 2 of them\. .+ --continue"\n$/,
      );
    });

    test('is told by aggregate, goes on after the log when that is asked for, and fits from then on', async () => {
      const ahead = 'people  persons p-1  the log is ahead: revision 2, log 4\n';
      expect(compared()).toEqual({ code: 1, said: `${ahead}Aggregates that do not fit the log: 1\n` });
      expect(compared('--continue')).toEqual({
        code: 0,
        said: `${ahead}people: 1 go on after their last event in the log\nAggregates and log fit.\n`,
      });
      expect(await onPersons((persons) => persons.find().sort({ _id: 1 }).toArray())).toEqual([
        record('p-1', 4),
        record('p-2', 1),
      ]);
      expect(compared()).toEqual({ code: 0, said: 'Aggregates and log fit.\n' });
      expect(await ended()).toBe('0 ');
    });
  });
}
