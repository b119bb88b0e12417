import { randomBytes } from 'node:crypto';
import type mongoose from 'mongoose';
import { isDuplicateId, reached } from './reach.ts';

export type SecretRecord = { _id: string; value: string };

/** A key of the store, made once: whoever comes second, even at the same moment, gets the first one's. */
export async function secret(secrets: mongoose.mongo.Collection<SecretRecord>, name: string): Promise<Buffer> {
  const kept = (): Promise<SecretRecord | null> =>
    secrets.findOneAndUpdate(
      { _id: name },
      { $setOnInsert: { value: randomBytes(32).toString('base64') } },
      { upsert: true, returnDocument: 'after', maxTimeMS: 5000 },
    );
  // Two that both found none: the second insert fails, and looking again finds the first.
  const record = await reached(
    kept().catch((error: unknown) => (isDuplicateId(error) ? kept() : Promise.reject(error as Error))),
  );
  if (!record) throw new Error('an upsert without a record');
  return Buffer.from(record.value, 'base64');
}
