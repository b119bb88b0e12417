import { closeSync, openSync, statSync, writeSync } from 'node:fs';

/** Overwrites a stretch in the middle of a file, as a failing disk does: from a quarter of it to its end. */
export function damageFile(file: string): void {
  const { size } = statSync(file);
  const from = Math.floor(size / 4);
  const opened = openSync(file, 'r+');
  writeSync(opened, Buffer.alloc(size - from, 7), 0, size - from, from);
  closeSync(opened);
}
