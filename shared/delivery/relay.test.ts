import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { z } from 'zod';
import { eventually } from '#tests/support/eventually.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';
import { publishPending } from './publish-pending.ts';
import { startRelay, type Relay } from './relay.ts';

type Course = { id: string; places: number };
const contract = { topic: 'courses.events', events: { 'course.changed': { data: z.object({ places: z.number() }) } } };
const log = createLog('test', 'silent');

describe('the relay', () => {
  let folder: string;
  let documents: Documents;
  let events: Events;
  let courses: Collection<Course>;
  const relays: Relay[] = [];

  const change = (places: number, id = 'c-1') =>
    courses.change(id, () => ({ state: { id, places }, events: [{ type: 'course.changed', data: { places } }] }), {
      requestId: 'r',
      at: '2026-03-01T09:00:00.000Z',
    });
  const logged = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const delivery of events.read(contract.topic)) ids.push(idOf(delivery));
    return ids;
  };
  const idOf = (delivery: Delivery): string => ('message' in delivery ? delivery.message.id : 'unreadable');
  const start = (replica: string, through: Events = events): Relay => {
    const relay = startRelay({ outboxes: [courses], documents, events: through, log, replica });
    relays.push(relay);
    return relay;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
    documents = sqliteDocuments(join(folder, 'courses.sqlite'));
    events = sqliteEvents(join(folder, 'events.sqlite'));
    courses = documents.collection(
      'courses',
      new Schema<Course>(
        { id: { type: String, required: true }, places: { type: Number, required: true } },
        { _id: false },
      ),
      contract,
    );
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('publishes in the order of the changes, and each event once', async () => {
    for (const places of [1, 2, 3]) await change(places);
    expect([await publishPending(courses, events), await publishPending(courses, events), await logged()]).toEqual([
      3,
      0,
      ['c-1.1', 'c-1.2', 'c-1.3'],
    ]);
  });

  test('a crash between publishing and marking sends again, and never out of order', async () => {
    for (const places of [1, 2]) await change(places);
    const crashing = { ...courses, markPublished: () => Promise.reject(new Error('the process dies here')) };
    await expect(publishPending(crashing, events)).rejects.toThrow();
    await change(3);
    await publishPending(courses, events);
    expect(await logged()).toEqual(['c-1.1', 'c-1.2', 'c-1.1', 'c-1.2', 'c-1.3']);
  });

  test('a log that is away keeps the events waiting until it is back', async () => {
    let away = 2;
    const flapping = {
      ...events,
      publish: (topic: string, messages: Parameters<Events['publish']>[1]) =>
        away-- > 0 ? Promise.reject(new Unavailable('away')) : events.publish(topic, messages),
    };
    start('one', flapping);
    await change(1);
    await eventually(async () => expect(await logged()).toEqual(['c-1.1']));
  });

  test('an event the log will never take holds back its aggregate alone', async () => {
    await change(1);
    await change(-1, 'c-2');
    await change(2, 'c-2');
    await change(3, 'c-3');
    const choosy = {
      ...events,
      publish: (topic: string, messages: Parameters<Events['publish']>[1]) =>
        messages.some(({ data }) => data.places === -1)
          ? Promise.reject(new Error('too large'))
          : events.publish(topic, messages),
    };
    start('one', choosy);
    await eventually(async () => expect(await logged()).toEqual(['c-1.1', 'c-3.1']));
    await eventually(async () =>
      expect((await courses.pendingEvents(10)).map(({ id }) => id)).toEqual(['c-2.1', 'c-2.2']),
    );
  });

  test('of two replicas one relays, and the other follows when it stops', async () => {
    const first = start('one');
    await change(1);
    await eventually(async () => expect(await logged()).toEqual(['c-1.1']));
    start('two');
    await first.stop();
    await change(2);
    await eventually(async () => expect(await logged()).toEqual(['c-1.1', 'c-1.2']));
  });

  test('what was committed before the stop is published by it', async () => {
    const relay = start('one');
    await change(1);
    await relay.stop();
    expect(await logged()).toEqual(['c-1.1']);
  });
});
