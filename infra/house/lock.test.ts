import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { lockFolder } from './lock.ts';

const LIVING = process.ppid;

describe('a data folder', () => {
  let folder: string;
  const leftBy = (pid: number): void => writeFileSync(join(folder, 'house.pid'), String(pid));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kurze-wege-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is free again, without a trace, when its house has stopped', () => {
    const lock = lockFolder(folder);
    lock.release();
    expect([lock.tookOver, readdirSync(folder)]).toEqual([false, []]);
  });

  test('in which a house lives refuses another one and says which process it is', () => {
    leftBy(LIVING);
    expect(() => lockFolder(folder)).toThrow(`in use by process ${LIVING}`);
    expect(readdirSync(folder)).toEqual(['house.pid']);
  });

  (process.platform === 'linux' ? test : test.skip)('in which nothing can be written is named by its setting', () => {
    expect(() => lockFolder('/proc')).toThrow('DATA_DIR: nothing can be written in /proc');
  });

  test('that cannot be made is named by its setting', () => {
    leftBy(LIVING);
    expect(() => lockFolder(join(folder, 'house.pid'))).toThrow(/^DATA_DIR: .*house\.pid cannot be made/);
  });

  test('is taken over from a house that was killed', () => {
    leftBy(spawnSync(process.execPath, ['--version']).pid);
    const lock = lockFolder(folder);
    expect([lock.tookOver, readdirSync(folder)]).toEqual([true, ['house.pid']]);
    lock.release();
  });

  test('is taken over when another program has got the process id since', () => {
    leftBy(LIVING);
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(join(folder, 'house.pid'), longAgo, longAgo);
    const lock = lockFolder(folder);
    expect(lock.tookOver).toBe(true);
    lock.release();
  });
});
