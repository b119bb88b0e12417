import type mongoose from 'mongoose';
import { isDuplicateId, reached } from './reach.ts';

export type LeaseRecord = { _id: string; holder: string; token: number; seconds: number; renewedAt: Date };
type Leases = mongoose.mongo.Collection<LeaseRecord>;
type Wanted = { name: string; holder: string; seconds: number };

const LIMIT = { maxTimeMS: 5000 } as const;
const RENEWED = { ...LIMIT, returnDocument: 'after' } as const;
/** Over since 1970, and nobody's. */
const NEVER_TAKEN = { holder: '', token: 0, seconds: 0, renewedAt: new Date(0) };

/**
 * Takes or renews by the server's clock: mine already, or its time is over. The clock of whoever asks plays no part.
 */
export async function lease(leases: Leases, wanted: Wanted): Promise<number | null> {
  return (await renew(leases, wanted)) ?? (await take(leases, wanted));
}

async function renew(leases: Leases, { name, holder, seconds }: Wanted): Promise<number | null> {
  const update = { $currentDate: { renewedAt: true }, $set: { seconds } } as const;
  const renewed = await reached(leases.findOneAndUpdate({ _id: name, holder }, update, RENEWED));
  return renewed?.token ?? null;
}

/**
 * Two steps, since MongoDB allows no `$expr` in an upsert. Of those who take the second one at once, one finds it over.
 */
async function take(leases: Leases, { name, holder, seconds }: Wanted): Promise<number | null> {
  await reached(create(leases, name));
  const over = { $expr: { $lt: [{ $add: ['$renewedAt', { $multiply: ['$seconds', 1000] }] }, '$$NOW'] } };
  const update = { $currentDate: { renewedAt: true }, $set: { holder, seconds }, $inc: { token: 1 } } as const;
  const taken = await reached(leases.findOneAndUpdate({ _id: name, ...over }, update, RENEWED));
  return taken?.token ?? null;
}

async function create(leases: Leases, name: string): Promise<void> {
  try {
    await leases.updateOne({ _id: name }, { $setOnInsert: NEVER_TAKEN }, { ...LIMIT, upsert: true });
  } catch (error) {
    // Somebody else was faster: it is there, which is all that is wanted.
    if (!isDuplicateId(error)) throw error;
  }
}
