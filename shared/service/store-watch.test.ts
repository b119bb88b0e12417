import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import type { Documents } from '#shared/documents/documents.ts';
import { documentsIn, openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import { watchStore, type StoreWatch } from './store-watch.ts';

let folder: string;
let db: DatabaseSync;
let documents: Documents;
let lines: string[];

const watching = (margin: number, damage?: string): StoreWatch =>
  watchStore({
    documents,
    log: pino({}, { write: (line: string) => void lines.push(line) }),
    room: { folder, margin },
    damage: () => damage,
  });
const told = (): unknown[] =>
  lines.map((line) => {
    const { level, reason, msg } = JSON.parse(line) as { level: number; reason?: string; msg: string };
    return [level, reason, msg];
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
  db = openDatabase(join(folder, 'store.sqlite'));
  documents = documentsIn(db);
  lines = [];
});
afterEach(async () => {
  await documents.close();
  await rm(folder, { recursive: true });
});

test('a store that takes no writes is not ready and says why, once, and once that it serves again', async () => {
  const watch = watching(0);
  db.exec('PRAGMA query_only = 1');
  await documents.lease('relay', 'here', 8).catch(() => undefined);
  await watch.look();
  await watch.look();
  expect(await watch.readiness()).toEqual({ ready: false, reason: 'STORE_READ_ONLY' });
  db.exec('PRAGMA query_only = 0');
  await watch.look();
  expect(await watch.readiness()).toEqual({ ready: true });
  expect(told()).toEqual([
    [50, 'STORE_READ_ONLY', 'the store does not serve'],
    [30, undefined, 'the store serves again'],
  ]);
});

test('a disk with less room than the margin is told before it is full, while the store serves', async () => {
  const watch = watching(Number.MAX_SAFE_INTEGER);
  await watch.look();
  await watch.look();
  expect(await watch.readiness()).toEqual({ ready: true, warning: 'STORE_NEARLY_FULL' });
  expect(told()).toEqual([[40, 'STORE_NEARLY_FULL', 'the disk of the store is nearly full']]);
});

test('a store that its check found damaged is not ready', async () => {
  expect(await watching(0, 'STORE_DAMAGED').readiness()).toEqual({ ready: false, reason: 'STORE_DAMAGED' });
});
