import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCodes } from '#shared/service/exit-codes.ts';
import { ExitError } from '../operate/exit-error.ts';

/** A living house touches its lock this often. */
const TOUCH_MS = 2000;
/** A lock this old was left by a house that is gone, even if another program has got its process id meanwhile. */
const STALE_MS = 15_000;

export type Lock = {
  /** Whether a house was here that did not end in order: its processes may still be going. */
  tookOver: boolean;
  release: () => void;
};

/**
 * Keeps a data folder to one house at a time. Throws when another one lives in it; what a dead one left is taken over.
 */
export function lockFolder(folder: string): Lock {
  makeFolder(folder);
  const file = join(folder, 'house.pid');
  const tookOver = removeStale(file);
  const draft = `${file}.${randomUUID()}`;
  written(draft);
  try {
    // Fails when somebody else was faster: unlike a written file, a link is never seen empty.
    linkSync(draft, file);
  } catch {
    throw inUse(file);
  } finally {
    rmSync(draft, { force: true });
  }
  const touch = setInterval(() => touched(file), TOUCH_MS).unref();
  return {
    tookOver,
    release: () => {
      clearInterval(touch);
      rmSync(file, { force: true });
    },
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new ExitError(
      exitCodes.config,
      `DATA_DIR: ${folder} cannot be made: is something else there, and may you write beside it?`,
      { cause: error },
    );
  }
}

function written(draft: string): void {
  try {
    writeFileSync(draft, String(process.pid));
  } catch (error) {
    throw new ExitError(
      exitCodes.config,
      `DATA_DIR: nothing can be written in ${dirname(draft)}: may you, and is there space?`,
      { cause: error },
    );
  }
}

function removeStale(file: string): boolean {
  const owner = ownerOf(file);
  if (owner === undefined) return false;
  if (isAlive(owner) && ageOf(file) < STALE_MS) throw inUse(file);
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    // Of several that find it stale, one gets it.
    return true;
  }
  // It was renewed between the two looks.
  if (ownerOf(aside) !== owner) {
    renameSync(aside, file);
    throw inUse(file);
  }
  rmSync(aside, { force: true });
  return true;
}

function touched(file: string): void {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody removed the folder: the processes in it will say so.
  }
}

function inUse(file: string): ExitError {
  return new ExitError(
    exitCodes.busy,
    `The data folder ${join(file, '..')} is in use by process ${ownerOf(file) ?? '?'}; stop that house, or set ` +
      'DATA_DIR to another folder.',
  );
}

function ownerOf(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8')) || undefined;
  } catch {
    return undefined;
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return Infinity;
  }
}

function isAlive(pid: number): boolean {
  // In a container every house gets the same id: the other one with ours is gone.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Alive, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
