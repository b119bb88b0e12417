import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Keeps a data folder to one house at a time. Throws when another one lives in it; what a dead one left is taken over. */
export function lockFolder(folder: string): { release: () => void } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'house.pid');
  const owner = ownerOf(file);
  if (owner !== undefined && isAlive(owner)) {
    throw new Error(`the data folder ${folder} is in use by process ${owner}; stop it, or set DATA_DIR to another folder`);
  }
  rmSync(file, { force: true });
  // Fails when somebody else was faster between the two lines.
  writeFileSync(file, String(process.pid), { flag: 'wx' });
  return { release: () => rmSync(file, { force: true }) };
}

function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
