import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const LIMIT = 10 * 1024 * 1024;

export type ProcessLog = { write: (chunk: Buffer) => void; close: () => void };

/** Opens the log of a process. When it has grown to its limit it is kept as `.1`, in the place of the one before. */
export function logFile(file: string, limit = LIMIT): ProcessLog {
  let log = open(file);
  const write = (chunk: Buffer): void => {
    if (log.size >= limit) {
      closeSync(log.descriptor);
      renameSync(file, `${file}.1`);
      log = open(file);
    }
    log.size += writeSync(log.descriptor, chunk);
  };
  return {
    write: (chunk) => {
      try {
        write(chunk);
      } catch {
        // A full disk must not end those who write about it.
      }
    },
    close: () => closeSync(log.descriptor),
  };
}

function open(file: string): { descriptor: number; size: number } {
  const descriptor = openSync(file, 'a', 0o600);
  return { descriptor, size: fstatSync(descriptor).size };
}

/** Shows everything on the screen of whoever started the house. */
export const screenLog: ProcessLog = { write: (chunk) => void process.stdout.write(chunk), close: () => undefined };
