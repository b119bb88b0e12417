import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { asOutage } from '#shared/documents/sqlite/outages.ts';
import { openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import { describeError } from '#shared/log.ts';
import { formatErrors } from './errors.ts';

const SECRET = 'Ada Lovelace';

/** Returns what SQLite itself throws. */
function thrownBy(settings: string, statement: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'kurze-wege-'));
  const db = openDatabase(join(folder, 'store.sqlite'));
  try {
    db.exec(`CREATE TABLE people (name TEXT UNIQUE); ${settings}`);
    db.exec(statement);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    db.close();
    rmSync(folder, { recursive: true });
  }
}

test.each([
  [
    'a full disk is an outage',
    thrownBy('PRAGMA max_page_count = 3', `INSERT INTO people VALUES ('${SECRET.repeat(9000)}')`),
    { answer: 'SERVICE_UNAVAILABLE', told: { reason: 'STORE_FULL', causes: [{ code: 'SQLITE_FULL 13' }] } },
  ],
  [
    'a file that may not be written is an outage',
    thrownBy('PRAGMA query_only = 1', `INSERT INTO people VALUES ('${SECRET}')`),
    { answer: 'SERVICE_UNAVAILABLE', told: { reason: 'STORE_READ_ONLY', causes: [{ code: 'SQLITE_READONLY 8' }] } },
  ],
  [
    'a statement that is wrong is a fault of ours',
    thrownBy('', `INSERT INTO nowhere VALUES ('${SECRET}')`),
    { answer: 'INTERNAL_ERROR', told: { code: 'SQLITE_ERROR 1' } },
  ],
])(
  '%s: the caller hears a code, operators the number and the name of SQLite, nobody a value',
  (_, thrown, expected) => {
    const lines: string[] = [];
    const log = pino({ serializers: { err: describeError } }, { write: (line: string) => void lines.push(line) });
    const formatted = formatErrors(log)({ message: SECRET }, asOutage(thrown));
    expect(formatted.extensions).toEqual({ code: expected.answer });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ err: expected.told });
    expect(lines.join() + JSON.stringify(formatted)).not.toContain(SECRET);
  },
);
