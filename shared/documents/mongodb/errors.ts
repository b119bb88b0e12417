import mongoose from 'mongoose';
import { ConfigError } from '#shared/settings/settings.ts';
import { Unavailable, type OutageReason } from '#shared/refusal.ts';
import { settingAtFault } from '#shared/settings/setting-at-fault.ts';
import { alreadyExists } from '#shared/documents/record.ts';

const DUPLICATE_KEY = 11000;
/** What the server says of its disk, of a block on writes, and of locks, by the numbers of its errors. */
const REASONS = new Map<unknown, OutageReason>([
  [14031, 'STORE_FULL'], // OutOfDiskSpace
  [371, 'STORE_READ_ONLY'], // UserWritesBlocked
  [38, 'STORE_IO'], // FileNotOpen
  [39, 'STORE_IO'], // FileStreamFailed
  [24, 'STORE_BUSY'], // LockTimeout
  [46, 'STORE_BUSY'], // LockBusy
  [112, 'STORE_BUSY'], // WriteConflict
]);
const { MongoServerError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo;

/** True when there is a record with this id already: another writer was faster. */
export function isDuplicateId(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY && 'keyPattern' in error
    ? '_id' in (error.keyPattern as object)
    : isDuplicateOf(error, '_id_');
}

function isDuplicateOf(error: unknown, index: string): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY && error.message.includes(index);
}

/** Waits for MongoDB and turns the driver's errors into those of the port: nobody above learns which engine it was. */
export async function awaitMongodb<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw translateError(error);
  }
}

/** Waits for MongoDB in a process that starts, or a command: rejects with a `ConfigError` when a setting is wrong. */
export async function awaitMongodbAtStart<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const fault = fileAtFault(error) ?? settingAtFault(error);
    throw fault === undefined ? translateError(error) : new ConfigError([fault]);
  }
}

/** Returns the file at fault: the driver reads the files that an address names when it connects. */
function fileAtFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('path' in error) || !('code' in error) || error.name !== 'Error') return undefined;
  return `MONGO_URL: ${String(error.path)}, which it names, cannot be read (${String(error.code)})`;
}

function translateError(error: unknown): unknown {
  if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) {
    return alreadyExists();
  }
  const reason = error instanceof MongoServerError ? REASONS.get(error.code) : undefined;
  const away =
    reason !== undefined ||
    error instanceof MongoNetworkError ||
    isSocketError(error) ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    error instanceof MongoServerSelectionError ||
    isQueueTimeout(error) ||
    (error instanceof MongoServerError && isTransient(error));
  return away ? new Unavailable('the store does not answer', { cause: error, reason }) : error;
}

/** True when every connection waits for an answer; the driver does not export this class. */
function isQueueTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'MongoWaitQueueTimeoutError';
}

/** True for a connection that broke while it was written to: the driver passes such errors on as they are. */
function isSocketError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'].includes(String(error.code))
  );
}

/**
 * True when the server means "try again": not primary, stepping down, shutting down, or out of time. A login that is
 * refused, now that we are in, is being exchanged.
 */
function isTransient(error: InstanceType<typeof MongoServerError>): boolean {
  const codes = new Set<unknown>([6, 7, 13, 18, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
  return codes.has(error.code) || error.hasErrorLabel('RetryableWriteError');
}
