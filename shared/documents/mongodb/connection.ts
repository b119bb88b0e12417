import mongoose from 'mongoose';
import { awaitMongodbAtStart } from './errors.ts';

/** The ends of two waits: for a connection on which nothing comes, and for the majority; 0 waits for ever. */
type Patience = { silentMs: number; majorityMs: number };

/** A connection silent for so long is given up. Nothing takes longer by itself: every query has a limit below it. */
const SILENT_MS = 8000;
const MAJORITY_MS = 5000;

/** Connects with an end to every wait, so that whoever asks is told in time that the store is away. */
export function connect(url: string, database: string): Promise<mongoose.Connection> {
  return openConnection(url, database, { silentMs: SILENT_MS, majorityMs: MAJORITY_MS });
}

/** Connects for work that takes as long as it takes, such as an index on a collection that has grown. */
export function connectWithoutLimit(url: string, database: string): Promise<mongoose.Connection> {
  return openConnection(url, database, { silentMs: 0, majorityMs: 0 });
}

async function openConnection(
  url: string,
  database: string,
  { silentMs, majorityMs }: Patience,
): Promise<mongoose.Connection> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    retryWrites: true,
    writeConcern: { w: 'majority', journal: true, wtimeoutMS: majorityMs },
    readConcern: { level: 'majority' },
    readPreference: 'primary',
    compressors: ['none'],
    serverSelectionTimeoutMS: 3000,
    connectTimeoutMS: 3000,
    waitQueueTimeoutMS: 3000,
    socketTimeoutMS: silentMs,
    maxPoolSize: 20,
    ignoreUndefined: true,
  });
  await awaitMongodbAtStart(connection.asPromise());
  return connection;
}
