import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import { countFigure } from '../report/count-figure.ts';
import { figures } from '../report/figures.ts';
import { compareViewSets } from '../rebuild/compare-view-sets.ts';
import { grossRohrheim, type Committed } from '../event-recorder.fixture.ts';
import { autumn, projectEvents } from '../project-events.fixture.ts';
import { insightViews, type Views, type ViewsBySlot } from '../views/views.ts';
import { reactionsOn } from './insights-consumer.ts';

describe('what insights makes of events', () => {
  let documents: Documents;
  let views: ViewsBySlot;
  beforeEach(() => {
    documents = sqliteDocuments(':memory:');
    views = insightViews(documents);
  });
  afterEach(() => documents.close());

  test('is the report of the project', async () => {
    await hear(views.a, projectEvents());
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
    await hear(views.a, projectEvents());
    await hear(
      views.b,
      projectEvents().flatMap((event) => [event, event]),
    );
    await hear(views.b, projectEvents());
    expect(different(await compareViewSets(views.a, views.b, async () => undefined))).toEqual([]);
  });

  test.each([
    [
      'measures, employers and people before cases',
      (events: Committed[]) =>
        ['measures', 'employers', 'people', 'cases'].flatMap((topic) =>
          events.filter((event) => event.topic === `${topic}.events`),
        ),
    ],
    ['cases last and from behind', (events: Committed[]) => byAggregate(events).toReversed().flat()],
    ['shuffled in one way', (events: Committed[]) => shuffled(events, 7)],
    ['shuffled in another', (events: Committed[]) => shuffled(events, 2013)],
    ['shuffled in a third', (events: Committed[]) => shuffled(events, 99)],
  ])('is the same whatever topic is faster: %s', async (_, order) => {
    await hear(views.a, projectEvents());
    await hear(views.b, order(projectEvents()));
    expect(different(await compareViewSets(views.a, views.b, async () => undefined))).toEqual([]);
    expect(await report(views.b)).toEqual(await report(views.a));
  });

  test('is the same when all aggregates are heard at the same time', async () => {
    await hear(views.a, projectEvents());
    await Promise.all(byAggregate(projectEvents()).map((events) => hear(views.b, events)));
    expect(different(await compareViewSets(views.a, views.b, async () => undefined))).toEqual([]);
  });
});

async function hear(views: Views, events: readonly Committed[]): Promise<void> {
  const reactions = reactionsOn(views);
  for (const { message } of events) for (const react of reactions[message.type] ?? []) await react(message);
}

async function report(views: Views): Promise<Record<string, number>> {
  const project = { id: 'gr', municipality: grossRohrheim, startedOn: '2013-09-02', caseManagerIds: ['anna'] };
  const counted = await Promise.all(
    [...figures.values()].map(
      async (rule) => [rule.code, await countFigure(views, { rule, project }, autumn)] as const,
    ),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

const different = (compared: Awaited<ReturnType<typeof compareViewSets>>): string[] =>
  compared.filter(({ before, after }) => before.hash !== after.hash || before.count === 0).map(({ view }) => view);

function byAggregate(events: readonly Committed[]): Committed[][] {
  return [...Map.groupBy(events, ({ message }) => message.subject).values()];
}

/** Any order in which each aggregate keeps its own. */
function shuffled(events: readonly Committed[], seed: number): Committed[] {
  const lines = byAggregate(events);
  const mixed: Committed[] = [];
  let state = seed;
  while (lines.some((line) => line.length > 0)) {
    const open = lines.filter((line) => line.length > 0);
    state = (state * 48271) % 2147483647;
    mixed.push(...(open[state % open.length]?.splice(0, 1) ?? []));
  }
  return mixed;
}
