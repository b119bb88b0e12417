import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '#shared/contracts/contract.ts';
import { groupCommit } from '#shared/documents/sqlite/group-commit.ts';
import { openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import { handleByKey } from '#shared/events/order-per-key.ts';
import { deliveryOf, parseJson } from '#shared/events/delivery-of.ts';
import type { Delivery, Events, Handle, Subscription } from '#shared/events/events.ts';

type Row = { position: number; topic: string; key: string; message: string };
type Reader = { db: DatabaseSync; topic: string; group: string; handle: Handle; stopped: AbortSignal };

const BATCH = 100;
const IDLE_MS = 40;
const RETRY_MS = 500;

/** Opens the embedded log: one SQLite file for all topics; a group is one process. */
export function sqliteEvents(file: string): Events {
  const db = openDatabase(file);
  const commit = groupCommit(db);
  createTables(db);
  return {
    publish: (topic, messages) => commit(() => appendMessages(db, topic, messages)),
    subscribe: async ({ topics, group, handle }) => startReaders(topics.map((topic) => ({ db, topic, group, handle }))),
    read: (topic) => readTopic(db, topic),
    latest: async (topic) => lastRows(db, topic).map(deliveryIn),
    lag: async (group, topics) => topics.reduce((lag, topic) => lag + countWaiting(db, group, topic), 0),
    rewind: async (group) => void db.prepare('DELETE FROM offsets WHERE consumers = ?').run(group),
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
  for (let rows = rowsAfter(db, topic, 0); rows.length > 0; rows = rowsAfter(db, topic, rows.at(-1)?.position ?? 0))
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
  const { db, topic, group, stopped } = reader;
  while (!stopped.aborted) {
    const batch = rowsAfter(db, topic, offsetOf(db, group, topic));
    const pauseMs = batch.length === 0 ? IDLE_MS : (await handleBatch(reader, batch)) ? 0 : RETRY_MS;
    if (pauseMs > 0) await pause(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}

/** Handles a batch, up to the first event that cannot be handled now. Returns false when there was one. */
async function handleBatch({ db, topic, group, handle, stopped }: Reader, batch: Row[]): Promise<boolean> {
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
  if (last > 0)
    db.prepare('INSERT INTO offsets VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET position = excluded.position').run(
      group,
      topic,
      last,
    );
  return front === batch.length;
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
