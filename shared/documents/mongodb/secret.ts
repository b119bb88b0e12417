import { randomBytes } from 'node:crypto';
import type mongoose from 'mongoose';
import { isDuplicateId, awaitMongodb } from './errors.ts';
import { QUERY_LIMIT } from './limits.ts';

export type SecretRecord = { _id: string; value: string };

/** Returns a key of the store, made once: whoever comes second, even at the same moment, gets the first one's. */
export async function ensureSecret(secrets: mongoose.mongo.Collection<SecretRecord>, name: string): Promise<Buffer> {
  const readOrInsert = (): Promise<SecretRecord | null> =>
    secrets.findOneAndUpdate(
      { _id: name },
      { $setOnInsert: { value: randomBytes(32).toString('base64') } },
      { upsert: true, returnDocument: 'after', ...QUERY_LIMIT },
    );
  // Where two insert at once, the second insert fails, and reading again finds the first.
  const record = await awaitMongodb(
    readOrInsert().catch((error: unknown) => (isDuplicateId(error) ? readOrInsert() : Promise.reject(error as Error))),
  );
  if (!record) throw new Error('an upsert without a record');
  return Buffer.from(record.value, 'base64');
}
