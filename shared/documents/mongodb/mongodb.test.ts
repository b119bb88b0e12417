import { randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import mongoose, { Schema } from 'mongoose';
import { notProxied, throughProxy } from '#tests/support/mongodb/recorder.ts';
import { Unavailable } from '#shared/refusal.ts';
import { documentsContract } from '#shared/documents/documents.contract.ts';
import { mongodbDocuments } from './mongodb.ts';

const url = process.env.MONGO_URL;
const courseSchema = (): Schema =>
  new Schema({ id: { type: String, required: true }, number: String }, { _id: false }).index(
    { number: 1 },
    { unique: true, sparse: true },
  );

if (url === undefined) {
  describe.skip('documents on MongoDB (set MONGO_URL)', () => test('are not tested', () => undefined));
} else {
  documentsContract('MongoDB', async () => {
    const database = `test-${randomUUID()}`;
    return {
      open: async () => {
        const documents = await mongodbDocuments(url, database);
        // The suite declares as it goes; every declaration is prepared before it is checked.
        const { ready } = documents;
        return { ...documents, ready: () => documents.prepare().then(ready) };
      },
      destroy: () => dropped(url, database),
    };
  });

  describe('a service on MongoDB', () => {
    test('does not start on an index that has the name of another and does not keep a value unique', async () => {
      const database = `test-${randomUUID()}`;
      const connection = await mongoose.createConnection(url, { dbName: database }).asPromise();
      await connection
        .getClient()
        .db(database)
        .collection('courses')
        .createIndex({ 'state.number': 1 }, { name: 'number' }, {});
      await connection.close();
      const documents = await mongodbDocuments(url, database);
      documents.collection('courses', courseSchema());
      await expect(documents.ready()).rejects.toThrow(`index ${database}.courses: number`);
      await documents.close();
      await dropped(url, database);
    });

    const where = notProxied(url) === undefined ? test : test.skip;
    where('is told in time that nothing comes from its store, and goes on when it does again', async () => {
      const database = `test-${randomUUID()}`;
      const { url: proxied, proxy } = await throughProxy(url);
      const documents = await mongodbDocuments(proxied, database);
      const courses = documents.collection('courses', courseSchema());
      expect(await courses.get('c-1')).toBeNull();
      proxy.set('blackhole');
      await expect(
        Promise.race([courses.get('c-1'), new Promise((resolve) => setTimeout(resolve, 30_000))]),
      ).rejects.toThrow(Unavailable);
      proxy.set('pass');
      expect(await courses.get('c-1')).toBeNull();
      await documents.close();
      await proxy.close();
      await dropped(url, database);
    });
  });
}

async function dropped(server: string, database: string): Promise<void> {
  const connection = await mongoose.createConnection(server, { dbName: database }).asPromise();
  await connection.dropDatabase();
  await connection.close();
}
