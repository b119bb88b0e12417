import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { consume, type Consuming } from '#shared/consume.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite.ts';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { eventually } from '#tests/support/eventually.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { insightsConsumer } from '../consumers/all.ts';
import { generations, type Generations } from '../generation.ts';
import { story } from '../story.fixture.ts';
import { insightViews, type ViewsBySlot } from '../views/views.ts';
import { isSame } from './compare.ts';
import { rebuild, type RebuildOptions } from './rebuild.ts';

const clock = (): Date => new Date();
const log = createLog('insights', 'silent');

describe('building the views again', () => {
  let folder: string;
  let documents: Documents;
  let events: Events;
  let views: ViewsBySlot;
  let generation: Generations;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-rebuild-'));
    documents = sqliteDocuments(join(folder, 'insights.sqlite'));
    events = sqliteEvents(join(folder, 'events.sqlite'));
    views = insightViews(documents);
    generation = generations(documents, { views, clock });
  });
  afterEach(async () => {
    await events.close();
    await documents.close();
    await rm(folder, { recursive: true });
  });

  const say = async (told: ReturnType<typeof story>): Promise<void> => {
    for (const { topic, message } of told) await events.publish(topic, [message]);
  };
  const service = (): Promise<Consuming> => consume(insightsConsumer(generation.listening), { group: 'insights', documents, events, log });
  const heard = () => eventually(async () => expect(await events.lag('insights', contracts.map(({ topic }) => topic))).toBe(0));
  /** In a process of its own, as the command is. */
  const again = async (changes: Partial<RebuildOptions> = {}) => {
    const [own, ownEvents] = [sqliteDocuments(join(folder, 'insights.sqlite')), sqliteEvents(join(folder, 'events.sqlite'))];
    try {
      return await rebuild({ documents: own, events: ownEvents }, { log, clock, holder: 'test', stop: new AbortController().signal, onProgress: () => undefined, graceMs: 0, ...changes });
    } finally {
      await ownEvents.close();
      await own.close();
    }
  };
  const talks = async (): Promise<number> => (await generation.answering()).entries.count({ name: 'interview.held' });

  test('gives the same result while the service runs, and the service goes on with the new ones', async () => {
    const told = story();
    const running = await service();
    await say(told.slice(0, -1));
    await heard();

    const rebuilt = await again();
    expect(rebuilt).toMatchObject({ events: told.length - 1, leftOut: 0, unheard: 0 });
    expect(rebuilt?.compared.filter((each) => !isSame(each) || each.after.count === 0)).toEqual([]);
    expect([await generation.current(), await talks(), await views.a.entries.count({})]).toEqual(['b', 3, 0]);

    await say(told.slice(-1));
    await heard();
    expect(await views.b.entries.count({ name: 'benefitUnit.benefitEnded' })).toBe(4);
    const second = await again();
    expect([second?.compared.every(isSame), await generation.current()]).toEqual([true, 'a']);
    await running.stop();
  });

  test('misses no event that is said meanwhile', async () => {
    const told = story();
    const running = await service();
    await say(told.slice(0, 12));
    const meanwhile = told.slice(12).values();
    await again({
      onProgress: () => {
        const next = meanwhile.next();
        if (!next.done) void events.publish(next.value.topic, [next.value.message]);
      },
    });
    await say([...meanwhile]);
    await heard();
    expect(await generation.current()).toBe('b');
    expect((await again())?.compared.every(isSame)).toBe(true);
    await running.stop();
  });

  test('broken off half-way leaves the former views, which go on; the next one begins from the first event', async () => {
    const running = await service();
    await say(story().slice(0, 20));
    await heard();
    const before = await talks();
    const stop = new AbortController();
    stop.abort();
    await expect(again({ stop: stop.signal, clock: ahead() })).rejects.toThrow();
    // What a killed one leaves behind: half-built views, and a stand-still that ends by itself.
    await views.b.projects.change('gr', () => ({ state: { id: 'gr', municipality: '06431010', startedOn: '1999-01-01', caseManagerIds: [] }, events: [] }), { requestId: 'r', at: '2026-01-01T00:00:00Z' });
    await generation.standStill(new Date(Date.now() + 1500).toISOString());
    expect([await generation.current(), await talks()]).toEqual(['a', before]);

    await say(story().slice(20));
    await heard();
    expect((await again())?.compared.filter((each) => !isSame(each))).toEqual([]);
    await running.stop();
  });

  test('needs no running service, and says what the former views had not heard of', async () => {
    const running = await service();
    await say(story().slice(0, 20));
    await heard();
    await running.stop();
    await say(story().slice(20));

    const rebuilt = await again();
    expect([rebuilt?.unheard, rebuilt?.compared.every(isSame), await talks()]).toEqual([story().length - 20, false, 3]);
    const restarted = await service();
    await heard();
    expect((await again())?.compared.every(isSame)).toBe(true);
    await restarted.stop();
  });

  test('happens once at a time', async () => {
    await documents.lease('rebuild', 'somebody else', 60);
    expect(await again()).toBeUndefined();
  });
});

/** A clock on which every look is a second later. */
function ahead(): () => Date {
  let now = Date.now();
  return () => new Date((now += 1000));
}
