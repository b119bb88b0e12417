import type mongoose from 'mongoose';
import { isDuplicateId, awaitMongodb } from './errors.ts';
import { QUERY_LIMIT } from './limits.ts';

export type LeaseRecord = { _id: string; holder: string; token: number; seconds: number; renewedAt: Date };
type Leases = mongoose.mongo.Collection<LeaseRecord>;
type LeaseRequest = { name: string; holder: string; seconds: number };

const RENEWED = { ...QUERY_LIMIT, returnDocument: 'after' } as const;
/** A lease that is over since 1970, and nobody's. */
const NEVER_TAKEN = { holder: '', token: 0, seconds: 0, renewedAt: new Date(0) };

/**
 * Takes or renews a lease by the server's clock: it is the holder's already, or its time is over. The clock of whoever
 * asks plays no part.
 */
export async function takeLease(leases: Leases, request: LeaseRequest): Promise<number | null> {
  return (await renewLease(leases, request)) ?? (await takeOverLease(leases, request));
}

async function renewLease(leases: Leases, { name, holder, seconds }: LeaseRequest): Promise<number | null> {
  const update = { $currentDate: { renewedAt: true }, $set: { seconds } } as const;
  const renewed = await awaitMongodb(leases.findOneAndUpdate({ _id: name, holder }, update, RENEWED));
  return renewed?.token ?? null;
}

/**
 * Takes over a lease whose time is over, in two steps, since MongoDB allows no `$expr` in an upsert. Of several who
 * take the second step at once, one finds the lease over.
 */
async function takeOverLease(leases: Leases, { name, holder, seconds }: LeaseRequest): Promise<number | null> {
  await awaitMongodb(createLease(leases, name));
  const over = { $expr: { $lt: [{ $add: ['$renewedAt', { $multiply: ['$seconds', 1000] }] }, '$$NOW'] } };
  const update = { $currentDate: { renewedAt: true }, $set: { holder, seconds }, $inc: { token: 1 } } as const;
  const taken = await awaitMongodb(leases.findOneAndUpdate({ _id: name, ...over }, update, RENEWED));
  return taken?.token ?? null;
}

async function createLease(leases: Leases, name: string): Promise<void> {
  try {
    await leases.updateOne({ _id: name }, { $setOnInsert: NEVER_TAKEN }, { ...QUERY_LIMIT, upsert: true });
  } catch (error) {
    // Somebody else was faster: it is there, which is all that is wanted.
    if (!isDuplicateId(error)) throw error;
  }
}
