import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '#tests/support/eventually.ts';
import { watchProcess, type WatchedProcess } from './watched-process.ts';

const LIVES = "process.on('disconnect', () => process.exit()); process.on('SIGTERM', () => process.exit());";

describe('a process that is watched', () => {
  let folder: string;
  let watched: WatchedProcess | undefined;
  let restarts: string[];
  let heard: string;

  const watch = (program: string): WatchedProcess => {
    const file = join(folder, 'program.mjs');
    writeFileSync(file, program);
    watched = watchProcess({
      name: 'people',
      file,
      env: {},
      log: { write: (chunk) => void (heard += chunk.toString()), close: () => undefined },
      onRestart: (_, reason) => restarts.push(reason),
    });
    return watched;
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kurze-wege-watched-'));
    restarts = [];
    heard = '';
  });
  afterEach(async () => {
    await watched?.stop();
    rmSync(folder, { recursive: true });
  });

  test('is started again when it was killed', async () => {
    const { pid, settled } = watch(LIVES);
    settled();
    const first = pid();
    if (first !== undefined) process.kill(first, 'SIGKILL');
    await eventually(() => expect([typeof pid(), pid() === first]).toEqual(['number', false]));
    expect(restarts).toEqual(['it was killed']);
  });

  test('is not started again when its configuration is wrong: it says why', async () => {
    const { failed } = watch("console.error('people: port 4001 is taken'); process.exit(78);");
    await expect(failed).rejects.toThrow('people: port 4001 is taken');
    expect([restarts, heard]).toEqual([[], 'people: port 4001 is taken\n']);
  });

  test('is given up when it dies again and again before it was ever ready', async () => {
    const { failed } = watch("throw new TypeError('no key');");
    await expect(failed).rejects.toThrow('people: TypeError: no key');
    expect(restarts).toHaveLength(4);
  }, 20_000);

  test('stops when it is told to, and stays away', async () => {
    const { pid, stop } = watch(`console.log('here'); ${LIVES}`);
    await eventually(() => expect(heard).toBe('here\n'));
    await stop();
    expect([pid(), restarts]).toEqual([undefined, []]);
  });
});
