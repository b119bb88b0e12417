import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import mongoose from 'mongoose';
import { runInOwnProcess } from '#infra/house/own-process.ts';
import { services } from '#infra/house/ports.ts';
import { consume } from '#shared/delivery/consume.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { documentsContract } from '#shared/documents/documents.contract.ts';
import { mongodbDocuments } from '#shared/documents/mongodb/mongodb.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { databaseOf, openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { parkedAggregates } from '#shared/delivery/parked.ts';
import { importAList } from '#tests/journeys/import-a-list.ts';
import { oneMunicipalProject } from '#tests/journeys/one-municipal-project.ts';
import { askForLists, opened } from '#tests/support/lists/asked-lists.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { houseUnderTest } from '#tests/support/house.ts';
import { judged, unlisted } from '#tests/support/mongodb/judged.ts';
import { newRecord } from '#tests/support/mongodb/record.ts';
import { notProxied, recorded } from '#tests/support/mongodb/recorder.ts';
import { moved } from '#tests/support/moving.ts';
import { settledHouse } from '#tests/support/settled-house.ts';
import { wideAnswers } from '#tests/support/wide-answers.ts';
import { peopleService } from '../../services/people/service.ts';
import { rebuildContract } from '../../services/insights/rebuild/rebuild.contract.ts';

jest.setTimeout(300_000);

const withoutPredecessor: Message = {
  id: 'c-1.2',
  type: 'case.opened',
  source: '/cases',
  subject: 'c-1',
  sequence: 2,
  time: '2026-03-01T09:00:00.000Z',
  requestid: 'r',
  data: {},
};

/** The people service as far as it listens. */
async function listeningPeople(config: EngineConfig) {
  const log = createLog('people', 'silent');
  const [documents, events] = [await openDocuments('people', config), await openEvents('people', config, log)];
  const { consumer } = peopleService(documents, log);
  return { documents, events, consuming: await consume(consumer, { group: 'people', documents, events, log }) };
}

const why =
  mongoUrl === undefined || kafkaBrokers === undefined ? 'set MONGO_URL and KAFKA_BROKERS' : notProxied(mongoUrl);
if (mongoUrl === undefined || kafkaBrokers === undefined || why !== undefined)
  describe.skip(`the commands that reach MongoDB (${why ?? ''})`, () => test('are not recorded', () => undefined));
else {
  const [record, mongo] = [newRecord(), mongoUrl];
  const { url, proxy } = await recorded(mongo, record.hear);
  const own = () => provisioned({ MONGO_URL: url, KAFKA_BROKERS: kafkaBrokers });
  afterAll(() => proxy.close());

  documentsContract('MongoDB, recorded', async () => {
    const database = `test-${randomUUID()}`;
    return {
      open: async () => {
        const documents = await mongodbDocuments(url, database);
        const { ready } = documents;
        return { ...documents, ready: () => documents.prepare().then(ready) };
      },
      destroy: async () => {
        const connection = await mongoose.createConnection(mongo, { dbName: database }).asPromise();
        await connection.dropDatabase();
        await connection.close();
      },
    };
  });

  const open = async () => houseUnderTest(await own());
  oneMunicipalProject('recorded', { open, afterwards: async (house) => void (await wideAnswers(house)) });
  importAList('recorded', {
    open,
    lines: 300,
    env: async (house) => ({ KURZE_WEGE_TOKEN: await house.tokenOf('miriam.vogt') }),
  });
  rebuildContract('recorded', async () => {
    const { config, remove } = await own();
    return {
      open: async () => ({
        documents: await openDocuments('insights', config),
        events: await openEvents('insights', config, createLog('test', 'silent')),
      }),
      destroy: remove,
    };
  });

  describe('the programs of operators, recorded', () => {
    test('a house moves', async () => {
      const [folder, target] = [mkdtempSync(join(tmpdir(), 'kurze-wege-recorded-')), await own()];
      await settledHouse(folder, 30);
      expect((await moved(folder, target)).code).toBe(0);
      await target.remove();
      rmSync(folder, { recursive: true });
    });

    test('an event whose predecessor is missing is parked, listed, tried again and given up on', async () => {
      const { env, config, remove } = await own();
      const run = (...args: string[]) =>
        runInOwnProcess('infra/operate/dead-letters.ts', { args, env: { ...process.env, ...env } });
      const { documents, consuming, events } = await listeningPeople(config);
      await events.publish('cases.events', [withoutPredecessor]);
      await eventually(
        async () => expect(await parkedAggregates(documents).get('c-1')).toMatchObject({ reason: 'GAP' }),
        60_000,
      );
      expect([await run('list'), await run('retry', 'people', 'c-1'), await run('skip', 'people', 'c-1')]).toEqual([
        0, 0, 0,
      ]);
      for (const part of [consuming.stop, events.close, documents.close]) await part();
      await remove();
    });

    test('every list of the graph is asked for', async () => {
      const { config, remove } = await own();
      for (const service of services) {
        const documents = await mongodbDocuments(url, databaseOf(service, config));
        {
          await using subgraph = await opened[service](() => documents);
          await askForLists(service, subgraph);
        }
        await documents.close();
      }
      await remove();
    });
  });

  describe('the commands that reached MongoDB', () => {
    test('were recorded from every process', () => {
      const commands = [...record.counts.values()].reduce((total, count) => total + count, 0);
      process.stdout.write(
        `${commands} commands, ${record.shapes.size} shapes of questions, the largest message ` +
          `${record.largest()} bytes\n${JSON.stringify(Object.fromEntries(record.counts))}\n`,
      );
      expect([commands > 5000, record.shapes.size > 200, record.largest() < 4_000_000]).toEqual([true, true, true]);
    });

    test('broke none of the rules of MongoDB', () => expect([...record.faults].sort()).toEqual([]));

    test.each(['MongoDB', 'SQLite'] as const)(
      'asked nothing that %s does not answer by a declared index, or that is not listed with its bound',
      async (engine) => expect(unlisted(await judged(record.shapes.values()), engine)).toEqual([]),
    );
  });
}
