import type mongoose from 'mongoose';
import { isDuplicateId, reached } from './reach.ts';

export type LeaseRecord = { _id: string; holder: string; token: number; seconds: number; renewedAt: Date };

const RENEWABLE = { returnDocument: 'after', upsert: true, maxTimeMS: 5000 } as const;

/** One write by the server's clock: mine already, or its time is over. The clock of whoever asks plays no part. */
export async function lease(
  leases: mongoose.mongo.Collection<LeaseRecord>,
  { name, holder, seconds }: { name: string; holder: string; seconds: number },
): Promise<number | null> {
  const renewed = await reached(
    leases.findOneAndUpdate(
      { _id: name, holder },
      { $currentDate: { renewedAt: true }, $set: { seconds } },
      { returnDocument: 'after', maxTimeMS: 5000 },
    ),
  );
  if (renewed) return renewed.token;
  const over = { $expr: { $lt: [{ $add: ['$renewedAt', { $multiply: ['$seconds', 1000] }] }, '$$NOW'] } };
  const take = { $currentDate: { renewedAt: true }, $set: { holder, seconds }, $inc: { token: 1 } } as const;
  const taken = leases.findOneAndUpdate({ _id: name, ...over }, take, RENEWABLE).catch((error: unknown) => {
    // The upsert found nothing that is over and ran into the one that is not.
    if (isDuplicateId(error)) return null;
    throw error;
  });
  return (await reached(taken))?.token ?? null;
}
