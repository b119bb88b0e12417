import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { z } from 'zod';
import type { Message } from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { publishPending } from '#shared/delivery/publish-pending.ts';
import { messageOf } from '#tests/support/messages.ts';
import { findMismatches, publishingCollections, type PublishingCollection } from './mismatches.ts';

type Course = { id: string; places: number };
const contract = { topic: 'courses.events', events: { 'course.changed': { data: z.object({ places: z.number() }) } } };
const schema = new Schema<Course>(
  { id: { type: String, required: true }, places: { type: Number, required: true } },
  { _id: false },
);
const declare = (documents: Documents) => ({
  courses: documents.collection('courses', schema, contract),
  heard: documents.collection('heard', schema),
});
const event = (sequence: number): Message =>
  messageOf(`c-1.${sequence}`, { type: 'course.changed', source: '/courses', data: { places: sequence } });

describe('a store and a log, one of them restored', () => {
  let folder: string;
  let documents: Documents;
  let events: Events;
  let publishing: PublishingCollection[];

  const courses = () => declare(documents).courses;
  const change = async (...places: number[]): Promise<void> => {
    for (const each of places)
      await courses().change(
        'c-1',
        () => ({ state: { id: 'c-1', places: each }, events: [{ type: 'course.changed', data: { places: each } }] }),
        { requestId: 'r', at: '2026-03-01T09:00:00.000Z' },
      );
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
    documents = sqliteDocuments(join(folder, 'courses.sqlite'));
    events = sqliteEvents(join(folder, 'events.sqlite'));
    publishing = publishingCollections(documents, declare);
  });
  afterEach(async () => {
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('are compared by the collections that publish events', () => {
    expect(publishing).toEqual([{ name: 'courses', topic: 'courses.events' }]);
  });

  test('fit when all was published, and when events still wait to be', async () => {
    await change(1, 2);
    await publishPending(courses(), events);
    await change(3, 4);
    expect(await findMismatches({ documents, events }, publishing)).toEqual([]);
  });

  test('fit when events that were published wait once more', async () => {
    await change(1, 2);
    await events.publish(contract.topic, [event(1), event(2), event(1)]);
    expect(await findMismatches({ documents, events }, publishing)).toEqual([]);
  });

  test('do not fit when the log knows changes that the store has lost', async () => {
    await change(1);
    await events.publish(contract.topic, [event(1), event(2), event(3)]);
    expect(await findMismatches({ documents, events }, publishing)).toEqual([
      { collection: 'courses', id: 'c-1', revision: 1, logged: 3 },
    ]);
  });

  test('do not fit when the log knows an aggregate that the store has lost', async () => {
    await events.publish(contract.topic, [messageOf('c-9.1'), messageOf('c-9.2')]);
    expect(await findMismatches({ documents, events }, publishing)).toEqual([
      { collection: undefined, id: 'c-9', revision: 0, logged: 2 },
    ]);
  });

  test('do not fit when the log has lost what was published', async () => {
    await change(1, 2, 3);
    await courses().markPublished([event(1), event(2)]);
    await events.publish(contract.topic, [event(1)]);
    expect(await findMismatches({ documents, events }, publishing)).toEqual([
      { collection: 'courses', id: 'c-1', revision: 3, logged: 1 },
    ]);
  });
});
