import { Unavailable, type OutageReason } from '#shared/refusal.ts';
import type { Commit } from './group-commit.ts';
import { primaryName, sqliteCode, sqliteCodeName } from './result-codes.ts';

/** What is no fault of the statement: the same one succeeds once the file, its disk or its lock is right again. */
const REASONS: Record<string, OutageReason> = {
  FULL: 'STORE_FULL',
  READONLY: 'STORE_READ_ONLY',
  PERM: 'STORE_READ_ONLY',
  IOERR: 'STORE_IO',
  CANTOPEN: 'STORE_IO',
  BUSY: 'STORE_BUSY',
  LOCKED: 'STORE_BUSY',
  PROTOCOL: 'STORE_BUSY',
  CORRUPT: 'STORE_DAMAGED',
  NOTADB: 'STORE_DAMAGED',
};

/** Returns an outage as the port tells it, and every other error as it is. */
export function asOutage(error: unknown): unknown {
  const code = sqliteCode(error);
  const reason = code === undefined ? undefined : REASONS[primaryName(code) ?? ''];
  if (code === undefined || reason === undefined) return error;
  return new Unavailable(`the file does not serve: ${sqliteCodeName(code)}`, { cause: error, reason });
}

/** Does what asks the file, and throws outages as the port tells them. */
export function ask<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asOutage(error);
  }
}

/** What is known of a file from the last it was asked: readers and writers note it, a probe looks. */
export type FileHealth = {
  read: <Result>(work: () => Result) => Promise<Result>;
  write: Commit;
  /** What kept the file from being written, or was found damaged; undefined when nothing is known. */
  outage: () => Unavailable | undefined;
  /** Ends what kept the file from being written: it was seen to take writes again. Damage stays until it is mended. */
  written: () => void;
};

/** Watches how reading and writing goes. A full disk may still take what is small: no common write ends an outage. */
export function fileHealth(commit: Commit): FileHealth {
  let damage: Unavailable | undefined;
  let unwritten: Unavailable | undefined;
  const noted = (error: unknown, { written }: { written: boolean }): unknown => {
    const told = asOutage(error);
    if (!(told instanceof Unavailable)) return told;
    if (told.reason === 'STORE_DAMAGED') damage = told;
    else if (written) unwritten = told;
    return told;
  };
  return {
    read: async (work) => {
      try {
        return work();
      } catch (error) {
        throw noted(error, { written: false });
      }
    },
    write: async (work) => {
      try {
        return await commit(work);
      } catch (error) {
        throw noted(error, { written: true });
      }
    },
    outage: () => damage ?? unwritten,
    written: () => void (unwritten = undefined),
  };
}
