import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What tells the house of this folder from every other, chosen when it is first asked for. The folder is locked by
 * whoever asks.
 */
export function houseId(dataDir: string): string {
  const file = join(dataDir, 'house.id');
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomUUID(), { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
