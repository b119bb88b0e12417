import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { parkedAggregates, type Parked } from './parked.ts';
import { messageAbout } from '#shared/contracts/message.fixture.ts';
import { parkingLot, type ParkingLot, type RetryHandlers } from './parking.ts';

const topic = 'courses.events';
const delivery = (sequence: number): Delivery => ({
  topic,
  key: 'c-1',
  position: `at ${sequence}`,
  message: messageAbout('c-1', sequence),
});

describe('what an aggregate has parked', () => {
  let folder: string;
  let documents: Documents;
  let events: Events;
  let parked: Collection<Parked>;
  let lot: ParkingLot;
  let last: number;
  let meanwhile: Record<number, () => Promise<unknown>>;

  /** As a consumer handles: the next one only, everything else is a gap. */
  const handle: RetryHandlers['handle'] = async (one) => {
    const sequence = 'message' in one ? one.message.sequence : 0;
    const problem = sequence > last + 1 ? 'GAP' : undefined;
    await meanwhile[sequence]?.();
    if (problem === undefined) last = Math.max(last, sequence);
    return problem;
  };
  const giveUp: RetryHandlers['giveUp'] = async (one) => {
    last = 'message' in one ? one.message.sequence - 1 : last;
    return handle(one);
  };
  const asked = (what: Partial<Parked>): Promise<Parked> =>
    parked.change(
      'c-1',
      (now) => {
        if (!now) throw new Error('nothing is parked');
        return { state: { ...now, retry: true, ...what }, events: [] };
      },
      { requestId: 'r', at: '2026-03-01T09:00:00.000Z' },
    );
  const retried = async (): Promise<number> => lot.retry({ handle, giveUp });
  const left = async () => {
    const { retry, waiting } = (await parked.get('c-1')) ?? { retry: false, waiting: [] };
    return { last, retry, waiting: waiting.length };
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-'));
    documents = sqliteDocuments(join(folder, 'listener.sqlite'));
    events = sqliteEvents(join(folder, 'events.sqlite'));
    parked = parkedAggregates(documents);
    lot = parkingLot(documents, events, 'listener');
    last = 5;
    meanwhile = {};
    await lot.park(delivery(8), 'GAP');
    await lot.parkedBehind(delivery(7));
  });
  afterEach(async () => {
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('is tried again when the missing event comes while it is tried', async () => {
    meanwhile = { 7: () => lot.parkedBehind(delivery(6)) };
    await retried();
    meanwhile = {};
    await retried();
    expect(await left()).toEqual({ last: 8, retry: false, waiting: 0 });
  });

  test('is left alone once it was tried in vain', async () => {
    await retried();
    expect([await left(), await retried()]).toEqual([{ last: 5, retry: false, waiting: 2 }, 0]);
  });

  test('is tried again when an operator asks for it while it is tried', async () => {
    meanwhile = { 7: () => asked({ askedAt: '2026-03-01T10:00:00.000Z' }) };
    await retried();
    expect(await left()).toEqual({ last: 5, retry: true, waiting: 2 });
  });

  test('is given up on as an operator asked, also during a retry or when another event came behind it', async () => {
    meanwhile = { 7: () => asked({ skip: 'at 7' }) };
    await retried();
    await lot.parkedBehind(delivery(9));
    meanwhile = {};
    await retried();
    expect(await left()).toEqual({ last: 9, retry: false, waiting: 0 });
  });
});
