import { randomUUID } from 'node:crypto';
import { describe, test } from '@jest/globals';
import mongoose from 'mongoose';
import { documentsContract } from './documents.contract.ts';
import { mongodbDocuments } from './mongodb.ts';

const url = process.env.MONGO_URL;

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
      destroy: async () => {
        const connection = await mongoose.createConnection(url, { dbName: database }).asPromise();
        await connection.dropDatabase();
        await connection.close();
      },
    };
  });
}
