import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '#shared/contracts/contract.ts';
import { groupCommit } from '#shared/documents/sqlite/group-commit.ts';
import { ask, fileHealth, type FileHealth } from '#shared/documents/sqlite/outages.ts';
import { openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import { handleByKey } from '#shared/events/order-per-key.ts';
import { deliveryOf, parseJson } from '#shared/events/delivery-of.ts';
import type { Delivery, Events, Handle, Subscription } from '#shared/events/events.ts';

type Row = { position: number; topic: string; key: string; message: string };
type OpenLog = { db: DatabaseSync; file: FileHealth; onFailed: (error: unknown) => void };
type Reader = OpenLog & { topic: string; group: string; handle: Handle; stopped: AbortSignal };

const BATCH = 100;
const IDLE_MS = 40;
const RETRY_MS = 500;

/**
 * Opens the embedded log: one SQLite file for all topics; a group is one process. `onFailed` is told what keeps a
 * reader from going on; it tries again.
 */
export function sqliteEvents(file: string, onFailed: (error: unknown) => void = () => undefined): Events {
  return eventsIn(openDatabase(file), onFailed);
}

export function eventsIn(db: DatabaseSync, onFailed: (error: unknown) => void): Events {
  createTables(db);
  const file = fileHealth(groupCommit(db));
  const log = { db, file, onFailed };
  return {
    publish: (topic, messages) => file.write(() => appendMessages(db, topic, messages)),
    subscribe: async ({ topics, group, handle }) =>
      startReaders(topics.map((topic) => ({ ...log, topic, group, handle }))),
    read: (topic) => readTopic(db, topic),
    latest: (topic) => file.read(() => lastRows(db, topic).map(deliveryIn)),
    lag: (group, topics) => file.read(() => topics.reduce((lag, topic) => lag + countWaiting(db, group, topic), 0)),
    rewind: (group) => file.write(() => void db.prepare('DELETE FROM offsets WHERE consumers = ?').run(group)),
    ready: async () => undefined,
    close: async () => db.close(),
  };
}

function createTables(db: DatabaseSync): void {
  db.exec(`
    CREATE TABLE IF NOT EXISTS log (
      position INTEGER PRIMARY KEY AUTOINCREMENT, topic TEXT NOT NULL, key TEXT NOT NULL, message TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS "log topic" ON log (topic, position);
    CREATE TABLE IF NOT EXISTS offsets (
      consumers TEXT NOT NULL, topic TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (consumers, topic)
    ) WITHOUT ROWID`);
}

function appendMessages(db: DatabaseSync, topic: string, messages: readonly Message[]): void {
  const insert = db.prepare('INSERT INTO log (topic, key, message) VALUES (?, ?, ?)');
  for (const message of messages) insert.run(topic, message.subject, JSON.stringify(message));
}

async function* readTopic(db: DatabaseSync, topic: string): AsyncGenerator<Delivery> {
  const after = (position: number) => ask(() => rowsAfter(db, topic, position));
  for (let rows = after(0); rows.length > 0; rows = after(rows.at(-1)?.position ?? 0))
    for (const row of rows) yield deliveryIn(row);
}

function countWaiting(db: DatabaseSync, group: string, topic: string): number {
  const row = db
    .prepare('SELECT count(*) AS waiting FROM log WHERE topic = ? AND position > ?')
    .get(topic, offsetOf(db, group, topic));
  return Number(row?.waiting);
}

function startReaders(readers: Omit<Reader, 'stopped'>[]): Subscription {
  const stopping = new AbortController();
  const done = Promise.all(readers.map((reader) => readUntilStopped({ ...reader, stopped: stopping.signal })));
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function readUntilStopped(reader: Reader): Promise<void> {
  const { stopped, onFailed } = reader;
  while (!stopped.aborted) {
    const pauseMs = await readOn(reader).catch((error: unknown) => {
      onFailed(error);
      return RETRY_MS;
    });
    if (pauseMs > 0) await pause(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}

/** Reads and handles what comes next. Returns for how long there is nothing to do. */
async function readOn(reader: Reader): Promise<number> {
  const { db, file, topic, group } = reader;
  const batch = await file.read(() => rowsAfter(db, topic, offsetOf(db, group, topic)));
  if (batch.length === 0) return IDLE_MS;
  return (await handleBatch(reader, batch)) ? 0 : RETRY_MS;
}

/** Handles a batch, up to the first event that cannot be handled now. Returns false when there was one. */
async function handleBatch({ db, file, topic, group, handle, stopped }: Reader, batch: Row[]): Promise<boolean> {
  const front = await handleByKey(
    batch,
    async (row) =>
      !stopped.aborted &&
      handle(deliveryIn(row)).then(
        () => true,
        () => false,
      ),
  );
  const last = batch[front - 1]?.position ?? 0;
  // After the effects: a crash before this line brings them again, and the consumers recognise them.
  if (last > 0) await file.write(() => noteOffset(db, { group, topic, position: last }));
  return front === batch.length;
}

function noteOffset(
  db: DatabaseSync,
  { group, topic, position }: { group: string; topic: string; position: number },
): void {
  const upsert = 'INSERT INTO offsets VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position';
  db.prepare(upsert).run(group, topic, position);
}

function rowsAfter(db: DatabaseSync, topic: string, position: number): Row[] {
  const query = db.prepare('SELECT * FROM log WHERE topic = ? AND position > ? ORDER BY position LIMIT ?');
  // The table was written by `appendMessages`.
  return query.all(topic, position, BATCH) as unknown as Row[];
}

function lastRows(db: DatabaseSync, topic: string): Row[] {
  const query = db.prepare('SELECT * FROM log WHERE topic = ? ORDER BY position DESC LIMIT 1');
  // The table was written by `appendMessages`.
  return query.all(topic) as unknown as Row[];
}

function offsetOf(db: DatabaseSync, group: string, topic: string): number {
  return Number(
    db.prepare('SELECT position FROM offsets WHERE consumers = ? AND topic = ?').get(group, topic)?.position ?? 0,
  );
}

function deliveryIn({ topic, key, position, message }: Row): Delivery {
  return deliveryOf({ topic, key, position: String(position) }, parseJson(message));
}
