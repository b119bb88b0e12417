import { describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { databaseOf } from '#shared/service/engines.ts';
import { mongodbDocuments } from '#shared/documents/mongodb/mongodb.ts';
import { mongoUrl, provisioned } from '#tests/support/engines.ts';
import { personSchema } from '../../services/people/person/person.schema.ts';
import type { OwnEngines } from '#infra/bench/own-engines.ts';

jest.setTimeout(120_000);

const provision = fileURLToPath(new URL('../../infra/operate/provision.ts', import.meta.url));
/** What the version before declared, under the names that it gave. */
const former = {
  'municipality sortName': { 'state.municipality': 1, 'state.sortName': 1 },
  birthDate: { 'state.birthDate': 1 },
} as const;
const current = 'municipality sortName _id';

/** `npm run provision` as somebody at a shell runs it. */
async function run({ env }: OwnEngines, ...args: string[]): Promise<{ code: number | null; said: string[] }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', provision, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return {
    code,
    said: said
      .split('\n')
      .filter((line) => line.startsWith('index '))
      .sort(),
  };
}

if (mongoUrl === undefined) describe.skip('provisioning (set MONGO_URL)', () => test('is not tested', () => undefined));
else {
  const url = mongoUrl;
  describe('a house of the version before that is provisioned', () => {
    /**
     * Its store: former indexes instead of one of today, an operator's own index, and a collection that nobody
     * declares.
     */
    const houseBefore = async (): Promise<{
      engines: OwnEngines;
      store: mongoose.mongo.Db;
      close: () => Promise<void>;
    }> => {
      const engines = await provisioned({ MONGO_URL: url });
      const connection = await mongoose.createConnection(url).asPromise();
      const store = connection.getClient().db(databaseOf('people', engines.config));
      await store.collection('persons').dropIndex(current);
      for (const [name, key] of Object.entries(former))
        await store.collection('persons').createIndex(key, { name }, {});
      await store.collection('persons').createIndex({ 'state.sex': 1 }, { name: 'state.sex_1' }, {});
      await store.collection('clubs').createIndex({ 'state.name': 1 }, { name: 'name' }, {});
      const close = async (): Promise<void> => {
        await connection.close();
        await engines.remove();
      };
      return { engines, store, close };
    };
    const indexes = async (store: mongoose.mongo.Db, name: string): Promise<string[]> =>
      Object.keys(await store.collection(name).indexInformation());

    test('gets new indexes before it loses former ones, each with its time, and keeps what others made', async () => {
      const { engines, store, close } = await houseBefore();
      expect(await run(engines)).toEqual({
        code: 0,
        said: [
          expect.stringMatching(/^index added: persons \(municipality sortName _id\) in \d+\.\d\d s$/),
          expect.stringMatching(/^index removed: persons \(birthDate\) in \d+\.\d\d s$/),
          expect.stringMatching(/^index removed: persons \(municipality sortName\) in \d+\.\d\d s$/),
        ],
      });
      const [persons, clubs] = [await indexes(store, 'persons'), await indexes(store, 'clubs')];
      expect([
        persons.includes(current),
        persons.includes('state.sex_1'),
        persons.filter((name) => name in former),
      ]).toEqual([true, true, []]);
      expect(clubs.toSorted()).toEqual(['_id_', 'name']);
      expect(await run(engines)).toEqual({ code: 0, said: [] });
      await close();
    });

    test('loses nothing while services of the version before run', async () => {
      const { engines, store, close } = await houseBefore();
      const { code, said } = await run(engines, '--keep');
      expect([code, said]).toEqual([0, [expect.stringContaining('index added: persons')]]);
      expect(await indexes(store, 'persons')).toEqual(expect.arrayContaining([...Object.keys(former), current]));
      await close();
    });

    test('answers all the while', async () => {
      const { engines, close } = await houseBefore();
      const documents = await mongodbDocuments(url, databaseOf('people', engines.config));
      const persons = documents.collection('persons', personSchema);
      const over = new AbortController();
      const provisioning = run(engines).finally(() => over.abort());
      let answered = 0;
      for (; !over.signal.aborted; answered += 1)
        await persons.find({
          where: { municipality: '06431010' },
          sort: { by: 'sortName', direction: 'asc' },
          first: 9,
        });
      expect([(await provisioning).code, answered > 10]).toEqual([0, true]);
      await documents.close();
      await close();
    });
  });
}
