import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { consume, type Consuming } from '#shared/delivery/consume.ts';
import type { Engines } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { eventually } from '#tests/support/eventually.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { insightsConsumer } from '../consumers/insights-consumer.ts';
import { generations, type Generations } from '../views/generation.ts';
import { releaseTotals, releasedFigures } from '../report/released-totals.ts';
import type { EnginesUnderTest } from '../engines.fixture.ts';
import { projectEvents } from '../project-events.fixture.ts';
import { insightViews, type ViewsBySlot } from '../views/views.ts';
import { isSame } from './compare-view-sets.ts';
import { rebuild, type RebuildOptions } from './rebuild.ts';

const clock = (): Date => new Date();
const log = createLog('insights', 'silent');

/** What a rebuild promises, whatever the house stands on. */
export const rebuildContract = (where: string, underTest: () => Promise<EnginesUnderTest>): void =>
  describe(`building the views again ${where}`, () => {
    let engines: EnginesUnderTest;
    let documents: Engines['documents'];
    let events: Engines['events'];
    let views: ViewsBySlot;
    let generation: Generations;
    beforeEach(async () => {
      engines = await underTest();
      ({ documents, events } = await engines.open());
      views = insightViews(documents);
      generation = generations(documents, { views, clock });
    });
    afterEach(async () => {
      await events.close();
      await documents.close();
      await engines.destroy();
    });

    const say = async (told: ReturnType<typeof projectEvents>): Promise<void> => {
      for (const { topic, message } of told) await events.publish(topic, [message]);
    };
    const service = ({ listening } = generation): Promise<Consuming> =>
      consume(insightsConsumer(listening), { group: 'insights', documents, events, log });
    const heard = () =>
      eventually(
        async () =>
          expect(
            await events.lag(
              'insights',
              contracts.map(({ topic }) => topic),
            ),
          ).toBe(0),
        60_000,
      );
    /** In a process of its own, as the command is. */
    const again = async (changes: Partial<RebuildOptions> = {}) => {
      const own = await engines.open();
      try {
        return await rebuild(own, {
          log,
          clock,
          holder: 'test',
          stop: new AbortController().signal,
          onProgress: () => undefined,
          graceMs: 0,
          ...changes,
        });
      } finally {
        await own.events.close();
        await own.documents.close();
      }
    };
    const talks = async (): Promise<number> => (await generation.answering()).entries.count({ name: 'interview.held' });

    test('gives the same result while the service runs, and the service goes on with the new ones', async () => {
      const told = projectEvents();
      const running = await service();
      await say(told.slice(0, -1));
      await heard();

      const rebuilt = await again();
      expect(rebuilt).toMatchObject({ events: told.length - 1, leftOut: 0, unheard: 0 });
      expect(rebuilt?.compared.filter((each) => !isSame(each) || each.after.count === 0)).toEqual([]);
      expect([await generation.current(), await talks(), await views.a.entries.count({})]).toEqual(['b', 4, 0]);

      await say(told.slice(-1));
      await heard();
      expect(await views.b.entries.count({ name: 'benefitUnit.benefitEnded' })).toBe(4);
      const second = await again();
      expect([second?.compared.every(isSame), await generation.current()]).toEqual([true, 'a']);
      await running.stop();
    });

    test('leaves what was told outside as it was told', async () => {
      const releases = releasedFigures(documents);
      const [at, stamp] = ['2026-01-01T00:00:00Z', { requestId: 'r', at: '2026-01-01T00:00:00Z' }];
      await releaseTotals(
        { id: 'gr TALKS_HELD', beginsAfter: '2013-08-31', grows: true, countOn: async () => 3 },
        ['2013-11-30'],
        { releases, at, to: 'TOWN_HALL', stamp },
      );
      const told = await releases.get('gr TALKS_HELD');
      await say(projectEvents());
      await again();
      expect([await generation.current(), await releases.get('gr TALKS_HELD')]).toEqual(['b', told]);
    });

    test('misses no event that is said meanwhile', async () => {
      const told = projectEvents();
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

    test('broken off half-way leaves the former views, which go on; the next begins at the first event', async () => {
      const running = await service(generations(documents, { views, clock, goneMs: 1500 }));
      await say(projectEvents().slice(0, 20));
      await heard();
      const before = await talks();
      const stop = new AbortController();
      stop.abort();
      await expect(again({ stop: stop.signal, clock: ahead() })).rejects.toThrow();
      // What a killed one leaves behind: half-built views, and a mark that nobody renews.
      await views.b.projects.change(
        'gr',
        () => ({
          state: { id: 'gr', municipality: '06431010', startedOn: '1999-01-01', caseManagerIds: [] },
          events: [],
        }),
        { requestId: 'r', at: '2026-01-01T00:00:00Z' },
      );
      await generation.standStill('one that is gone');
      expect([await generation.current(), await talks()]).toEqual(['a', before]);

      await say(projectEvents().slice(20));
      await heard();
      expect((await again())?.compared.filter((each) => !isSame(each))).toEqual([]);
      await running.stop();
    });

    test('needs no running service, and says what the former views had not heard of', async () => {
      const running = await service();
      await say(projectEvents().slice(0, 20));
      await heard();
      await running.stop();
      await say(projectEvents().slice(20));

      const rebuilt = await again();
      expect([rebuilt?.unheard, rebuilt?.compared.every(isSame), await talks()]).toEqual([
        projectEvents().length - 20,
        false,
        4,
      ]);
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
