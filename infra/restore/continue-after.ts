import mongoose from 'mongoose';
import type { Misfit } from './misfits.ts';

type Revised = { _id: string; revision: number };

/** Lets each aggregate that the log is ahead of go on after its last event there, so that no event is said a second time. */
export async function continueAfter(log: readonly Misfit[], { url, database }: { url: string; database: string }): Promise<number> {
  const connection = await mongoose.createConnection(url, { dbName: database, writeConcern: { w: 'majority', journal: true } }).asPromise();
  let continued = 0;
  try {
    for (const { collection, id, revision, logged } of log) {
      if (collection === undefined || logged <= revision) continue;
      const { modifiedCount } = await connection.getClient().db(database).collection<Revised>(collection).updateOne({ _id: id, revision }, { $set: { revision: logged } }, { maxTimeMS: 5000 });
      continued += modifiedCount;
    }
  } finally {
    await connection.close();
  }
  return continued;
}
