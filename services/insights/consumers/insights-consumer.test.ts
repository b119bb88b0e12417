import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { countOf } from '../count-of-figure.ts';
import { figures } from '../figures.ts';
import { compareViews } from '../rebuild/compare.ts';
import { autumn, here, story } from '../story.fixture.ts';
import { insightViews, type Views, type ViewsBySlot } from '../views/views.ts';
import { reactionsOn } from './insights-consumer.ts';

type Told = { topic: string; message: Message };

describe('what insights makes of events', () => {
  let folder: string;
  let documents: Documents;
  let views: ViewsBySlot;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kurze-wege-insights-'));
    documents = sqliteDocuments(join(folder, 'insights.sqlite'));
    views = insightViews(documents);
  });
  afterEach(async () => {
    await documents.close();
    await rm(folder, { recursive: true });
  });

  test('is the report of the project', async () => {
    await hear(views.a, story());
    expect(await report(views.a)).toEqual({
      TALKS_HELD: 3,
      PEOPLE_REACHED: 2,
      CASES_OPENED: 3,
      MEASURES_AGREED: 1,
      MEASURES_STARTED: 1,
      PLACEMENTS: 3,
      INTEGRATIONS: 1,
      LASTING_SIX_MONTHS: 1,
      UNITS_WITHOUT_BENEFIT: 1,
      LEADS_REPORTED: 1,
    });
  });

  test('is the same when everything is delivered twice, at once or later', async () => {
    await hear(views.a, story());
    await hear(
      views.b,
      story().flatMap((told) => [told, told]),
    );
    await hear(views.b, story());
    expect(different(await compareViews(views.a, views.b, async () => undefined))).toEqual([]);
  });

  test.each([
    [
      'measures, employers and people before cases',
      (told: Told[]) =>
        ['measures', 'employers', 'people', 'cases'].flatMap((topic) =>
          told.filter((one) => one.topic === `${topic}.events`),
        ),
    ],
    ['cases last and from behind', (told: Told[]) => byAggregate(told).toReversed().flat()],
    ['shuffled in one way', (told: Told[]) => shuffled(told, 7)],
    ['shuffled in another', (told: Told[]) => shuffled(told, 2013)],
    ['shuffled in a third', (told: Told[]) => shuffled(told, 99)],
  ])('is the same whatever topic is faster: %s', async (_, order) => {
    await hear(views.a, story());
    await hear(views.b, order(story()));
    expect(different(await compareViews(views.a, views.b, async () => undefined))).toEqual([]);
    expect(await report(views.b)).toEqual(await report(views.a));
  });

  test('is the same when all aggregates are heard at the same time', async () => {
    await hear(views.a, story());
    await Promise.all(byAggregate(story()).map((told) => hear(views.b, told)));
    expect(different(await compareViews(views.a, views.b, async () => undefined))).toEqual([]);
  });
});

async function hear(views: Views, told: readonly Told[]): Promise<void> {
  const reactions = reactionsOn(views);
  for (const { message } of told) for (const react of reactions[message.type] ?? []) await react(message);
}

async function report(views: Views): Promise<Record<string, number>> {
  const project = { id: 'gr', municipality: here, startedOn: '2013-09-02', caseManagerIds: ['anna'] };
  const counted = await Promise.all(
    [...figures.values()].map(async (rule) => [rule.code, await countOf(views, { rule, project }, autumn)] as const),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

const different = (compared: Awaited<ReturnType<typeof compareViews>>): string[] =>
  compared.filter(({ before, after }) => before.hash !== after.hash || before.count === 0).map(({ view }) => view);

function byAggregate(told: readonly Told[]): Told[][] {
  return [...Map.groupBy(told, ({ message }) => message.subject).values()];
}

/** Any order in which each aggregate keeps its own. */
function shuffled(told: readonly Told[], seed: number): Told[] {
  const lines = byAggregate(told);
  const mixed: Told[] = [];
  let state = seed;
  while (lines.some((line) => line.length > 0)) {
    const open = lines.filter((line) => line.length > 0);
    state = (state * 48271) % 2147483647;
    mixed.push(...(open[state % open.length]?.splice(0, 1) ?? []));
  }
  return mixed;
}
