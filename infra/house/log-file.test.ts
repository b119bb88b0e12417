import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { logFile } from './log-file.ts';

describe('the log of a process', () => {
  let folder: string;
  const written = (name: string): string => readFileSync(join(folder, name), 'utf8');
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kurze-wege-log-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('goes on where the last one ended', () => {
    for (const line of ['one\n', 'two\n']) {
      const log = logFile(join(folder, 'people.log'));
      log.write(Buffer.from(line));
      log.close();
    }
    expect(written('people.log')).toBe('one\ntwo\n');
  });

  test('is kept once more when it has grown, and no line is lost between', () => {
    const log = logFile(join(folder, 'people.log'), 8);
    for (const line of ['one\n', 'two\n', 'three\n']) log.write(Buffer.from(line));
    log.close();
    expect([written('people.log.1'), written('people.log')]).toEqual(['one\ntwo\n', 'three\n']);
  });
});
