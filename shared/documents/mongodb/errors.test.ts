import { describe, expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { awaitMongodb } from './errors.ts';

describe('what the server says of its disk and its locks is an outage with a reason for operators', () => {
  test.each([
    ['OutOfDiskSpace', 14031, 'STORE_FULL'],
    ['UserWritesBlocked', 371, 'STORE_READ_ONLY'],
    ['FileStreamFailed', 39, 'STORE_IO'],
    ['LockTimeout', 24, 'STORE_BUSY'],
    ['NotWritablePrimary', 10107, undefined],
  ])('%s', async (_, code, reason) => {
    const said = new mongoose.mongo.MongoServerError({ message: 'no', code });
    await expect(awaitMongodb(Promise.reject(said))).rejects.toMatchObject({ name: 'Unavailable', reason });
  });

  test('a statement that is wrong is a fault of ours', async () => {
    const said = new mongoose.mongo.MongoServerError({ message: 'no', code: 9 });
    await expect(awaitMongodb(Promise.reject(said))).rejects.toBe(said);
  });
});
