import mongoose from 'mongoose';
import { ConfigError } from '#shared/settings/settings.ts';
import { Unavailable } from '#shared/refusal.ts';
import { settingAtFault } from '#shared/settings/setting-at-fault.ts';
import { alreadyExists } from '#shared/documents/record.ts';

const DUPLICATE_KEY = 11000;
const { MongoServerError, MongoNetworkError, MongoServerSelectionError } = mongoose.mongo;

/** A second record with this id: somebody else was faster. */
export function isDuplicateId(error: unknown): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY && 'keyPattern' in error
    ? '_id' in (error.keyPattern as object)
    : isDuplicateOf(error, '_id_');
}

function isDuplicateOf(error: unknown, index: string): boolean {
  return error instanceof MongoServerError && error.code === DUPLICATE_KEY && error.message.includes(index);
}

/** Turns what the driver says into what the port promises: nobody above learns which engine it was. */
export async function reached<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw translated(error);
  }
}

/** The same for who starts, or runs a command: a wrong setting is told, by a `ConfigError`, rather than waited for. */
export async function reachedAtFirst<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const fault = fileAtFault(error) ?? settingAtFault(error);
    throw fault === undefined ? translated(error) : new ConfigError([fault]);
  }
}

/** The driver reads the files that an address names when it connects. */
function fileAtFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('path' in error) || !('code' in error) || error.name !== 'Error') return undefined;
  return `MONGO_URL: ${String(error.path)}, which it names, cannot be read (${String(error.code)})`;
}

function translated(error: unknown): unknown {
  if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) {
    return alreadyExists();
  }
  const away =
    error instanceof MongoNetworkError ||
    isSocketError(error) ||
    error instanceof mongoose.Error.MongooseServerSelectionError ||
    error instanceof MongoServerSelectionError ||
    isQueueTimeout(error) ||
    (error instanceof MongoServerError && isTransient(error));
  return away ? new Unavailable('the store does not answer', { cause: error }) : error;
}

/** Every connection is waiting for an answer; the driver does not export this class. */
function isQueueTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'MongoWaitQueueTimeoutError';
}

/** What the driver passes on as it is: a connection that broke while it was written to. */
function isSocketError(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH'].includes(String(error.code))
  );
}

/**
 * Not primary, stepping down, shutting down, or out of time: the server's own words for "try again". A login that is
 * refused, now that we are in, is being exchanged.
 */
function isTransient(error: InstanceType<typeof MongoServerError>): boolean {
  const codes = new Set<unknown>([6, 7, 13, 18, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);
  return codes.has(error.code) || error.hasErrorLabel('RetryableWriteError');
}
