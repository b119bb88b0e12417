import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { lockFolder } from '#infra/house/lock.ts';
import { services } from '#infra/house/ports.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { mongodbDocuments } from '#shared/documents/mongodb/mongodb.ts';
import { databaseOf, openEvents } from '#shared/service/engines.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { adminOf, kafkaClient } from '#shared/events/kafka/client.ts';
import { createLog } from '#shared/log.ts';
import type { OwnEngines } from '#infra/bench/own-engines.ts';
import { kafkaBrokers, mongoUrl, provisioned } from '#tests/support/engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { houseUnderTest } from '#tests/support/house.ts';
import { moved } from '#tests/support/moving.ts';
import { lookedAfter } from '#tests/support/people.ts';
import { settledHouse } from '#tests/support/settled-house.ts';
import { wideAnswers } from '#tests/support/wide-answers.ts';
import { examined } from '../faults/killed-processes.ts';

jest.setTimeout(900_000);

const long = process.env.FAULTS === 'long';
const EINHAUSEN = '06431006';
const log = createLog('test', 'silent');
const foreign: Message = {
  id: 'p-foreign.1',
  type: 'person.registered',
  source: '/people',
  subject: 'p-foreign',
  sequence: 1,
  time: '2026-03-01T09:00:00.000Z',
  requestid: 'r',
  data: {},
};

/** How many events each service has still to hear of, topic by topic. */
async function unheard(config: EngineConfig): Promise<Record<string, number>> {
  const events = await openEvents('people', config, log);
  const entries: [string, number][] = [];
  for (const { topic } of contracts)
    for (const service of services) entries.push([`${service} ${topic}`, await events.lag(service, [topic])]);
  await events.close();
  return Object.fromEntries(entries);
}

if (mongoUrl === undefined || kafkaBrokers === undefined)
  describe.skip('a house that moves (set MONGO_URL and KAFKA_BROKERS)', () => test('is not tested', () => undefined));
else {
  const [mongo, engines] = [mongoUrl, { MONGO_URL: mongoUrl, KAFKA_BROKERS: kafkaBrokers }];
  describe('a house that moves to MongoDB and Kafka', () => {
    const folders: string[] = [];
    const folder = (): string => {
      const made = mkdtempSync(join(tmpdir(), 'kurze-wege-move-'));
      folders.push(made);
      return made;
    };
    let lived: string;
    let before: unknown;
    let dataDir: string;
    beforeAll(async () => {
      lived = folder();
      await using house = await houseUnderTest();
      await lookedAfter(house, { number: 60, municipality: EINHAUSEN, manager: 'anna.berg' });
      await eventually(
        async () => expect((await examined({ dataDir: house.dataDir, prefix: '' })).problems).toEqual([]),
        60_000,
      );
      before = await wideAnswers(house);
      await house.stop();
      cpSync(house.dataDir, lived, { recursive: true });
    });
    beforeEach(() => {
      dataDir = folder();
      cpSync(lived, dataDir, { recursive: true });
    });
    afterAll(() => folders.forEach((each) => rmSync(each, { recursive: true })));

    test('killed at each step, arrives whole, every group where it was, and answers as before', async () => {
      const target = await provisioned(engines);
      // What the services had heard of when they stopped is another thing for each of them.
      const db = new DatabaseSync(join(dataDir, 'events.sqlite'));
      db.exec(
        `UPDATE offsets SET position = position - 41 WHERE consumers = 'insights'; UPDATE offsets SET position ` +
          `= position - 7 WHERE consumers = 'employers'; DELETE FROM offsets WHERE consumers = 'measures' AND ` +
          `topic = 'people.events'`,
      );
      db.close();
      const left = await unheard({ dataDir, prefix: '' });
      expect(new Set(Object.values(left)).size).toBeGreaterThan(3);

      for (const killAt of [
        'looking at the target',
        'making it ready',
        'people · persons',
        'insights · handled',
        'people.events',
        'cases.events',
        'position of',
        'comparing documents',
        'comparing events',
      ]) {
        expect([killAt, (await moved(dataDir, target, { killAt })).signal]).toEqual([killAt, 'SIGKILL']);
      }
      const stopped = await moved(dataDir, target, { killAt: 'position of', by: 'SIGINT' });
      expect([stopped.code, stopped.said.trimEnd().split('\n').at(-1), existsSync(join(dataDir, 'house.pid'))]).toEqual(
        [130, 'Stopped. The house is where it was; called again, the move goes on.', false],
      );
      const { code, said } = await moved(dataDir, target);
      expect([code, said.includes('✕'), said.trimEnd().split('\n').at(-1)]).toEqual([
        0,
        false,
        'Both sides are the same.',
      ]);
      expect(said).toMatch(/✓ people · persons +60 /);
      expect(await unheard(target.config)).toEqual(left);

      const again = await moved(dataDir, target);
      expect([again.code, again.said.match(/have moved already/g)?.length]).toEqual([0, 2]);
      await using house = await houseUnderTest(target);
      await eventually(async () => expect((await examined(target.config)).problems).toEqual([]), 120_000);
      expect(await wideAnswers(house)).toEqual(before);
    });

    test('leaves a target as it was that holds anything of another house', async () => {
      const refused = async (target: OwnEngines, why: string): Promise<void> => {
        const { code, said } = await moved(dataDir, target);
        expect([code, said]).toEqual([77, expect.stringContaining(why)]);
        expect(existsSync(join(dataDir, 'moved'))).toBe(false);
      };
      const target = await provisioned(engines);
      const [documents, events] = [
        await mongodbDocuments(mongo, databaseOf('people', target.config)),
        await openEvents('people', target.config, log),
      ];
      const held = async (): Promise<unknown> => [await names(documents), await unheard(target.config)];
      await events.publish('cases.events', [foreign]);
      const found = await held();
      await refused(target, 'cases.events: the target holds events that are not of this house; nothing was written');
      expect(await held()).toEqual(found);

      await documents.restore('clubs', [
        { id: 'c-1', revision: 1, state: { id: 'c-1' }, outbox: [], answered: [], seen: {} },
      ]);
      await refused(
        target,
        'people · clubs: the target holds 1 records that are not of this house as it is; nothing was written',
      );
      expect(await unheard(target.config)).toEqual((found as unknown[])[1]);
      await Promise.all([documents.close(), events.close()]);
      await target.remove();
    });

    test('leaves a target as it was that another house is moving into', async () => {
      const target = await provisioned(engines);
      const documents = await mongodbDocuments(mongo, databaseOf('employers', target.config));
      await documents.lease('moved-from', 'another house', 3600);
      expect(await moved(dataDir, target)).toMatchObject({
        code: 77,
        said: expect.stringContaining('another house is moving into its database'),
      });
      expect(await names(documents)).toEqual({
        ...Object.fromEntries((await documents.names()).map((name) => [name, 0])),
      });
      await documents.close();
      await target.remove();
    });

    test('leaves a target as it was on which a service runs, whether it publishes or reads', async () => {
      const target = await provisioned(engines);
      const [documents, events] = [
        await mongodbDocuments(mongo, databaseOf('employers', target.config)),
        await openEvents('measures', target.config, log),
      ];
      await documents.lease('relay', 'a service that runs', 3600);
      expect(await moved(dataDir, target)).toMatchObject({
        code: 77,
        said: expect.stringContaining('employers: runs on the target'),
      });
      await documents.lease('relay', 'a service that runs', 0);

      const reading = await events.subscribe({
        topics: ['people.events'],
        group: 'measures',
        handle: async () => undefined,
      });
      expect(await moved(dataDir, target)).toMatchObject({
        code: 77,
        said: expect.stringContaining(`${target.config.prefix}measures: a service reads there`),
      });
      await reading.stop();
      expect(Object.values(await names(documents)).filter((records) => records > 0)).toEqual([]);
      // It was not marked: the first to ask for the mark gets it, and the log has no topic of that name.
      expect(await documents.lease('moved-from', 'the first to ask', 3600)).toBe(1);
      expect((await topicsOf(target.config)).filter((topic) => topic.includes('moved-from'))).toEqual([]);
      await Promise.all([documents.close(), events.close()]);
      await target.remove();
    });

    test('is refused while it runs, and where there is none', async () => {
      const target = { env: { ...engines, ENGINES_PREFIX: 'test-never-made' } };
      const lock = lockFolder(dataDir);
      // A lock of this process is one of a living house to any other.
      expect(await moved(dataDir, target)).toMatchObject({
        code: 75,
        said: expect.stringContaining(`in use by process ${process.pid}`),
      });
      lock.release();
      expect(await moved(folder(), target)).toMatchObject({
        code: 78,
        said: expect.stringContaining('there is no house in'),
      });
    });

    (long ? test : test.skip)(
      'with 10,000 people and 50,000 events, killed twice on the way, arrives whole',
      async () => {
        const [large, target] = [folder(), await provisioned(engines)];
        await settledHouse(large, 10_000);
        const began = performance.now();
        for (const killAt of ['people · persons', 'people.events']) await moved(large, target, { killAt });
        const { code, said } = await moved(large, target);
        const seconds = (performance.now() - began) / 1000;
        process.stderr.write(`moved in ${seconds.toFixed(1)} s, killed twice on the way\n${said}`);
        expect([code, said]).toEqual([0, expect.stringMatching(/✓ people\.events +50000 /)]);
        await target.remove();
      },
    );
  });
}

async function topicsOf({ kafka, prefix }: EngineConfig): Promise<string[]> {
  if (!kafka) throw new Error('there are no brokers');
  const admin = adminOf(kafkaClient({ ...kafka, clientId: 'test' }, log));
  await admin.connect();
  const topics = await admin.listTopics();
  await admin.disconnect();
  return topics.filter((topic) => topic.startsWith(prefix));
}

async function names(documents: Awaited<ReturnType<typeof mongodbDocuments>>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of await documents.names()) {
    counts[name] = 0;
    for await (const _ of documents.records(name)) counts[name] += 1;
  }
  return counts;
}
