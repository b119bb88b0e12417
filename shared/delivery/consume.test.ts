import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { z } from 'zod';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import { eventually } from '#tests/support/eventually.ts';
import { consume, type Consuming, type Reaction } from './consume.ts';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { deliveriesInOrder, parkedAggregates, type Parked } from './parked.ts';
import { Unavailable } from '#shared/refusal.ts';
import { messageAbout } from '#shared/contracts/message.fixture.ts';
import { publishPending } from './publish-pending.ts';

type Course = { id: string; heard: number[] };

const contract = {
  topic: 'courses.events',
  events: { 'course.changed': { data: z.object({ places: z.number() }) } },
  formerNames: [
    { former: 'lesson.changed', present: 'course.changed' },
    { former: 'course.left', present: 'course.changed', marker: 'lessonId' },
  ],
} satisfies Contract;
const courseSchema = () =>
  new Schema<Course>(
    { id: { type: String, required: true }, heard: { type: [Number], required: true } },
    { _id: false },
  );
const log = createLog('test', 'silent');
const nothing: Parked = { id: 'c-1', topic: contract.topic, reason: '', parkedAt: '', retry: false, waiting: [] };
const event = (subject: string, sequence: number, changes: Partial<Message> = {}): Message =>
  messageAbout(subject, sequence, { data: { places: sequence }, ...changes });

describe('a service that listens', () => {
  let folder: string;
  let documents: Documents;
  let events: Events;
  let courses: Collection<Course>;
  let parked: Collection<Parked>;
  let consuming: Consuming | undefined;

  const noted: Reaction = (heard) =>
    courses.project(heard.subject, heard, (course) => ({
      id: heard.subject,
      heard: [...(course?.heard ?? []), heard.sequence],
    }));
  const listen = async (reaction: Reaction = noted): Promise<Consuming> => {
    consuming = await consume(
      { contracts: [contract], reactions: { 'course.changed': [reaction] } },
      { group: 'listener', documents, events, log },
    );
    return consuming;
  };
  const heard = async (subject: string): Promise<number[]> => (await courses.get(subject))?.heard ?? [];
  const drained = () => eventually(async () => expect(await events.lag('listener', [contract.topic])).toBe(0));

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
    documents = sqliteDocuments(join(folder, 'listener.sqlite'));
    events = sqliteEvents(join(folder, 'events.sqlite'));
    courses = documents.collection('courses', courseSchema());
    parked = parkedAggregates(documents);
  });
  afterEach(async () => {
    await consuming?.stop();
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('hears what an aggregate says, from its outbox to the view', async () => {
    const source = documents.collection(
      'sources',
      new Schema<{ id: string }>({ id: { type: String, required: true } }, { _id: false }),
      contract,
    );
    await source.change(
      'c-1',
      () => ({ state: { id: 'c-1' }, events: [{ type: 'course.changed', data: { places: 4 } }] }),
      { requestId: 'r', at: '2026-03-01T09:00:00.000Z' },
    );
    expect(await publishPending(source, events)).toBe(1);
    expect(await publishPending(source, events)).toBe(0);
    await listen();
    await eventually(async () => expect(await heard('c-1')).toEqual([1]));
  });

  test('hears an event that was said under a former name', async () => {
    await events.publish(contract.topic, [
      event('c-1', 1, { type: 'lesson.changed' }),
      event('c-1', 2, { type: 'course.left', data: { places: 2, lessonId: 'l-1' } }),
      event('c-1', 3, { type: 'course.left', data: { places: 3 } }),
    ]);
    await listen();
    await drained();
    expect(await heard('c-1')).toEqual([1, 2]);
    expect(await parked.count({})).toBe(0);
  });

  test('an event delivered twice has its effect once', async () => {
    await events.publish(contract.topic, [event('c-1', 1), event('c-1', 1), event('c-1', 2), event('c-1', 1)]);
    await listen();
    await drained();
    expect(await heard('c-1')).toEqual([1, 2]);
  });

  test('a crash between the effect and what remembers it changes nothing twice', async () => {
    await events.publish(contract.topic, [event('c-1', 1)]);
    let crashes = 1;
    await listen(async (message) => {
      await noted(message);
      if (crashes-- > 0) throw new Unavailable('the process dies here');
    });
    await drained();
    expect(await heard('c-1')).toEqual([1]);
  });

  test('names the contract does not know yet pass by, and the order goes on', async () => {
    await events.publish(contract.topic, [
      event('c-1', 1),
      event('c-1', 2, { type: 'course.renamed', data: { any: 'thing' } }),
      event('c-1', 3),
    ]);
    await listen();
    await drained();
    expect(await heard('c-1')).toEqual([1, 3]);
  });

  test.each([
    ['BREAKS_CONTRACT', event('c-1', 2, { data: { places: 'many' } })],
    ['HANDLER_FAILED', event('c-1', 2, { data: { places: -1 } })],
    ['GAP', event('c-1', 3)],
  ])('what cannot be handled parks its aggregate with what follows, and no other: %s', async (reason, poison) => {
    await events.publish(contract.topic, [event('c-1', 1), poison, event('c-1', 4), event('c-2', 1), event('c-2', 2)]);
    await listen(async (message) => {
      if (message.data.places === -1) throw new Error('cannot');
      await noted(message);
    });
    await drained();
    const lot = await parked.get('c-1');
    expect([await heard('c-1'), await heard('c-2'), lot?.reason, lot?.waiting.length]).toEqual([
      [1],
      [1, 2],
      reason,
      2,
    ]);
  });

  test('what was parked is in the dead letters, with the reason and the group', async () => {
    await events.publish(contract.topic, [event('c-1', 1, { data: { places: 'many' } })]);
    await listen();
    await drained();
    const letters = [];
    for await (const letter of events.read('courses.events.dead-letter')) letters.push(letter);
    expect(letters).toEqual([
      expect.objectContaining({
        key: 'c-1',
        message: expect.objectContaining({
          data: expect.objectContaining({ deadletterreason: 'BREAKS_CONTRACT', deadlettergroup: 'listener' }),
        }),
      }),
    ]);
  });

  test('a retry handles everything parked in order, and the aggregate is back in line', async () => {
    await events.publish(contract.topic, [event('c-1', 1), event('c-1', 2), event('c-1', 3)]);
    let broken = true;
    const { retryParked } = await listen(async (message) => {
      if (broken && message.sequence === 2) throw new Error('a bug that is mended later');
      await noted(message);
    });
    await drained();
    broken = false;
    const lot = await parked.get('c-1');
    if (lot)
      await parked.change('c-1', () => ({ state: { ...lot, retry: true }, events: [] }), {
        requestId: 'r',
        at: '2026-03-01T09:00:00.000Z',
      });
    expect(await retryParked()).toBe(2);
    await events.publish(contract.topic, [event('c-1', 4)]);
    await eventually(async () => expect(await heard('c-1')).toEqual([1, 2, 3, 4]));
  });

  test.each([
    [
      'what cannot be handled',
      [event('c-1', 1), event('c-1', 2, { data: { places: 'many' } }), event('c-1', 3)],
      [1, 3],
    ],
    ['what is missing', [event('c-1', 1), event('c-1', 3), event('c-1', 4)], [1, 3, 4]],
  ])('an operator can give up on %s, and the others are handled', async (_, said, left) => {
    await events.publish(contract.topic, said);
    const { retryParked } = await listen();
    await drained();
    await parked.change(
      'c-1',
      (lot) => ({
        state: { ...(lot ?? nothing), retry: true, skip: deliveriesInOrder(lot ?? nothing)[0]?.position ?? '' },
        events: [],
      }),
      { requestId: 'r', at: '2026-03-01T09:00:00.000Z' },
    );
    await retryParked();
    expect([await heard('c-1'), (await parked.get('c-1'))?.waiting]).toEqual([left, []]);
  });

  test('what came out of order is handled in order once all of it is there', async () => {
    await events.publish(
      contract.topic,
      [1, 4, 3, 2].map((sequence) => event('c-1', sequence)),
    );
    const { retryParked } = await listen();
    await drained();
    expect(await heard('c-1')).toEqual([1]);
    expect(await retryParked()).toBe(3);
    expect(await heard('c-1')).toEqual([1, 2, 3, 4]);
  });

  test('what comes behind a parked event while it is retried is not forgotten', async () => {
    await events.publish(contract.topic, [event('c-1', 1), event('c-1', 2), event('c-1', 3)]);
    let broken = true;
    const waiting = async (): Promise<number | undefined> => (await parked.get('c-1'))?.waiting.length;
    const { retryParked } = await listen(async (message) => {
      if (broken && message.sequence === 2) throw new Error('a bug that is mended later');
      // Said, and put behind the others, while the retry is at the last of them.
      if (message.sequence === 3) {
        await events.publish(contract.topic, [event('c-1', 4)]);
        await eventually(async () => expect(await waiting()).toBe(3));
      }
      await noted(message);
    });
    await drained();
    broken = false;
    const lot = await parked.get('c-1');
    if (lot)
      await parked.change('c-1', (now) => ({ state: { ...(now ?? lot), retry: true }, events: [] }), {
        requestId: 'r',
        at: '2026-03-01T09:00:00.000Z',
      });
    expect(await retryParked()).toBe(3);
    expect([await heard('c-1'), await waiting()]).toEqual([[1, 2, 3, 4], 0]);
  });

  test('an outage holds everything back and parks nothing', async () => {
    await events.publish(contract.topic, [event('c-1', 1), event('c-2', 1)]);
    let away = 3;
    await listen(async (message) => {
      if (away-- > 0) throw new Unavailable('store away');
      await noted(message);
    });
    await drained();
    expect([await heard('c-1'), await heard('c-2'), await parked.count({})]).toEqual([[1], [1], 0]);
  });
});
