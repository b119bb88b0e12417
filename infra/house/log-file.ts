import { createWriteStream, existsSync, renameSync, statSync, type WriteStream } from 'node:fs';

const LIMIT = 10 * 1024 * 1024;

/** A process's log; at the start the last one is kept as `.1` when it has grown. */
export function openLog(file: string): WriteStream {
  if (existsSync(file) && statSync(file).size > LIMIT) renameSync(file, `${file}.1`);
  return createWriteStream(file, { flags: 'a', mode: 0o600 });
}
