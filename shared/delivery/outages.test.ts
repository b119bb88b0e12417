import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { pino } from 'pino';
import { z } from 'zod';
import type { Message } from '#shared/contracts/contract.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { documentsIn, openDatabase } from '#shared/documents/sqlite/sqlite.ts';
import type { Events } from '#shared/events/events.ts';
import { eventsIn } from '#shared/events/sqlite/sqlite.ts';
import { messageOf } from '#tests/support/messages.ts';
import { eventually } from '#tests/support/eventually.ts';
import { consume, type Consuming } from './consume.ts';
import { parkedAggregates, type Parked } from './parked.ts';
import { publishPending } from './publish-pending.ts';

type Course = { id: string; text: string };
const contract = { topic: 'courses.events', events: { 'course.changed': { data: z.object({ places: z.number() }) } } };
const TEXT = 'x'.repeat(20_000);

describe('while the disk is full', () => {
  let folder: string;
  let store: DatabaseSync;
  let logFile: DatabaseSync;
  let documents: Documents;
  let events: Events;
  let courses: Collection<Course>;
  let parked: Collection<Parked>;
  let consuming: Consuming;
  let lines: string[];
  let failures: unknown[];

  const said = (subject: string, sequence: number, places: unknown = 1): Message => ({
    ...messageOf(`${subject}.${sequence}`),
    type: 'course.changed',
    data: { places },
  });
  const fill = (db: DatabaseSync): void => {
    const { page_count: pages } = db.prepare('PRAGMA page_count').get() ?? {};
    db.exec(`PRAGMA max_page_count = ${Number(pages)}`);
  };
  const empty = (db: DatabaseSync): void => db.exec('PRAGMA max_page_count = 100000');
  const lag = (): Promise<number> => events.lag('listener', [contract.topic]);
  const waits = (): Promise<void> =>
    eventually(() => expect(lines.filter((line) => line.includes('event waits'))).not.toHaveLength(0));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
    store = openDatabase(join(folder, 'listener.sqlite'));
    logFile = openDatabase(join(folder, 'events.sqlite'));
    failures = [];
    documents = documentsIn(store);
    events = eventsIn(logFile, (error) => failures.push(error));
    courses = documents.collection(
      'courses',
      new Schema<Course>({ id: { type: String, required: true }, text: String }, { _id: false }),
    );
    parked = parkedAggregates(documents);
    lines = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const react = (event: Message): Promise<void> =>
      courses.project(event.subject, event, () => ({ id: event.subject, text: TEXT }));
    consuming = await consume(
      { contracts: [contract], reactions: { 'course.changed': [react] } },
      { group: 'listener', documents, events, log },
    );
  });
  afterEach(async () => {
    await consuming.stop();
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('events wait for the store, are not tried as if they were at fault, and nothing is parked', async () => {
    fill(store);
    await events.publish(contract.topic, [said('c-1', 1), said('c-2', 1)]);
    await waits();
    expect([
      await lag(),
      await parked.count({}),
      lines.filter((line) => line.includes('could not be handled')),
    ]).toEqual([2, 0, []]);
    empty(store);
    await eventually(async () => expect(await lag()).toBe(0));
    expect([await courses.count({}), await parked.count({})]).toEqual([2, 0]);
  });

  test('an event that cannot be handled is told as parked once it is kept, not before', async () => {
    fill(store);
    await events.publish(contract.topic, [said('c-1', 1, TEXT)]);
    await waits();
    expect(lines.filter((line) => line.includes('event parked'))).toEqual([]);
    empty(store);
    await eventually(() => expect(lines.filter((line) => line.includes('event parked'))).toHaveLength(1));
    expect(await parked.count({})).toBe(1);
  });

  test('readers go on reading once the log can be written again', async () => {
    await events.publish(contract.topic, [said('c-1', 1), said('c-2', 1), said('c-3', 1)]);
    logFile.exec('PRAGMA query_only = 1');
    await eventually(async () => expect(await courses.count({})).toBe(3));
    await eventually(() => expect(failures).not.toEqual([]));
    logFile.exec('PRAGMA query_only = 0');
    await eventually(async () => expect(await lag()).toBe(0));
  });

  test('a log that takes nothing is away, and no event counts as one that can never be published', async () => {
    fill(logFile);
    const pending = [{ ...said('c-1', 1), data: { places: 1, text: TEXT } }];
    const outbox = { topic: contract.topic, pendingEvents: async () => pending, markPublished: async () => undefined };
    const unpublishable: string[] = [];
    await expect(publishPending(outbox, events, ({ id }) => unpublishable.push(id))).rejects.toMatchObject({
      name: 'Unavailable',
      reason: 'STORE_FULL',
    });
    expect(unpublishable).toEqual([]);
  });
});
