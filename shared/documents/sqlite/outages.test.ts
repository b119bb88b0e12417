import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { Unavailable } from '#shared/refusal.ts';
import { damageFile } from './damage.fixture.ts';
import { documentsIn, openDatabase } from './sqlite.ts';

type Course = { id: string; text: string };

const courseSchema = (): Schema<Course> =>
  new Schema({ id: { type: String, required: true }, text: { type: String, required: true } }, { _id: false });
const stamp = { requestId: 'r-1', at: '2026-03-01T09:00:00.000Z' };

describe('a store whose file does not serve', () => {
  let folder: string;
  let file: string;
  let db: DatabaseSync;
  let documents: Documents;
  let courses: Collection<Course>;

  const open = (): void => {
    db = openDatabase(file);
    db.exec('PRAGMA busy_timeout = 10');
    documents = documentsIn(db);
    courses = documents.collection('courses', courseSchema());
  };
  const write = (id: string, text: string): Promise<Course> =>
    courses.change(id, () => ({ state: { id, text }, events: [] }), stamp);
  const outageOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof Unavailable ? error.reason : error),
    );
  const pages = (name: string): number => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  const leaveRoomFor = (number: number): void => db.exec(`PRAGMA max_page_count = ${pages('page_count') + number}`);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
    file = join(folder, 'store.sqlite');
    open();
  });
  afterEach(async () => {
    await documents.close().catch(() => undefined);
    await rm(folder, { recursive: true });
  });

  const faults: [string, string, () => () => void][] = [
    [
      'is full',
      'STORE_FULL',
      () => {
        leaveRoomFor(0);
        return () => leaveRoomFor(1000);
      },
    ],
    [
      'may not be written',
      'STORE_READ_ONLY',
      () => {
        db.exec('PRAGMA query_only = 1');
        return () => db.exec('PRAGMA query_only = 0');
      },
    ],
    [
      'is held by somebody else',
      'STORE_BUSY',
      () => {
        const other = new DatabaseSync(file);
        other.exec('BEGIN IMMEDIATE');
        return () => other.close();
      },
    ],
  ];
  test.each(faults)(
    'that %s refuses writes as an outage, is read, and serves when that is over',
    async (_, reason, begin) => {
      await write('c-1', 'Gardening');
      const end = begin();
      expect(await outageOf(write('c-2', 'x'.repeat(20_000)))).toBe(reason);
      expect(await outageOf(documents.ping())).toBe(reason);
      expect([await courses.get('c-1'), await courses.get('c-2'), await courses.count({})]).toEqual([
        { id: 'c-1', text: 'Gardening' },
        null,
        1,
      ]);
      end();
      expect(await outageOf(documents.ping())).toBe('none');
      expect(await write('c-2', 'x'.repeat(20_000))).toMatchObject({ id: 'c-2' });
    },
  );

  test('that fills up tells everybody who wrote at that moment, and keeps nothing of it', async () => {
    leaveRoomFor(4);
    const told = await Promise.all(
      [write('c-1', 'small'), write('c-2', 'x'.repeat(90_000)), write('c-3', 'small')].map(outageOf),
    );
    expect(told).toEqual(['STORE_FULL', 'STORE_FULL', 'STORE_FULL']);
    expect(await courses.count({})).toBe(0);
    expect(await outageOf(write('c-1', 'small'))).toBe('none');
  });

  test('that is damaged tells so, and goes on telling it', async () => {
    for (let number = 0; number < 200; number += 1) await write(`c-${number}`, 'x'.repeat(2000));
    await documents.close();
    damageFile(file);
    open();
    expect(await outageOf(courses.find({ where: {}, first: 200, sort: { by: 'text', direction: 'asc' } }))).toBe(
      'STORE_DAMAGED',
    );
    expect(await outageOf(documents.ping())).toBe('STORE_DAMAGED');
  });
});
