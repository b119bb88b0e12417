import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { Unavailable } from '#shared/refusal.ts';
import { generations, type Generations } from './generation.ts';
import { insightViews, type ViewsBySlot } from './views.ts';

/** However wrong it goes. */
const clock = (): Date => new Date('2001-01-01T00:00:00Z');
const GONE_MS = 200;

describe('views that stand still because others take their place', () => {
  let documents: Documents;
  let views: ViewsBySlot;
  let rebuilding: Generations;
  let replica: Generations;
  let elapsed: number;
  beforeEach(() => {
    elapsed = 0;
    documents = sqliteDocuments(':memory:');
    views = insightViews(documents);
    rebuilding = generations(documents, { views, clock });
    replica = generations(documents, { views, clock: () => new Date(), goneMs: GONE_MS, elapsed: () => elapsed });
  });
  afterEach(() => documents.close());

  test('take in nothing as long as the mark moves, whatever clocks say; the others do after the switch', async () => {
    await rebuilding.standStill('r 1');
    for (let mark = 1; mark < 5; mark += 1) {
      await expect(replica.listening()).rejects.toBeInstanceOf(Unavailable);
      elapsed += GONE_MS - 1;
      expect(await rebuilding.standStill(`r ${mark + 1}`, `r ${mark}`)).toBe(true);
    }
    expect([await rebuilding.switchTo('b', 'r 5'), await replica.current(), await replica.listening()]).toEqual([
      true,
      'b',
      views.b,
    ]);
  });

  test('go on when the mark has stayed for too long; who comes back late neither renews it nor switches', async () => {
    await rebuilding.standStill('r 1');
    await expect(replica.listening()).rejects.toBeInstanceOf(Unavailable);
    elapsed += GONE_MS;
    await expect(replica.listening()).rejects.toBeInstanceOf(Unavailable);
    expect([
      await replica.listening(),
      await rebuilding.standStill('r 2', 'r 1'),
      await rebuilding.switchTo('b', 'r 1'),
      await replica.current(),
    ]).toEqual([views.a, false, false, 'a']);
  });

  test('go on at once when it is given up, and not when another one has begun', async () => {
    await rebuilding.standStill('r 1');
    await rebuilding.standStill('s 1');
    await rebuilding.goOn('r 1');
    await expect(replica.listening()).rejects.toBeInstanceOf(Unavailable);
    await rebuilding.goOn('s 1');
    expect(await replica.listening()).toBe(views.a);
  });
});
