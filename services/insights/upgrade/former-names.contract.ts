import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { contracts } from '#shared/contracts/contracts.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { consume } from '#shared/delivery/consume.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import { createLog } from '#shared/log.ts';
import type { Engines } from '#shared/service/engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { insightsConsumer, reactionsOn } from '../consumers/insights-consumer.ts';
import { generations } from '../views/generation.ts';
import { isSame } from '../rebuild/compare-view-sets.ts';
import { rebuild } from '../rebuild/rebuild.ts';
import type { EnginesUnderTest } from '../engines.fixture.ts';
import { projectEvents } from '../project-events.fixture.ts';
import type { TimelineEntry } from '../views/timeline-entry.ts';
import { insightViews, slots, type Slot, type ViewsBySlot } from '../views/views.ts';
import { formerNamesIn } from './former-names.ts';

const clock = (): Date => new Date();
const log = createLog('insights', 'silent');
const topics = contracts.map(({ topic }) => topic);
const stamp = { requestId: 'r-1', at: '2026-01-01T00:00:00Z' };
const formerNames = contracts.flatMap(({ formerNames: names = [] }) => names);

/** The name that a house of before knew the event by. */
const formerNameOf = (name: string): string => formerNames.find(({ present }) => present === name)?.former ?? name;
const underFormerName = (message: Message): Message => ({ ...message, type: formerNameOf(message.type) });

/** What carrying over a house of before promises, whatever the house stands on. */
export const formerNamesContract = (where: string, underTest: () => Promise<EnginesUnderTest>): void =>
  describe(`carrying over entries under former event names ${where}`, () => {
    let engines: EnginesUnderTest;
    let documents: Engines['documents'];
    let events: Engines['events'];
    let views: ViewsBySlot;
    let expected: TimelineEntry[];
    /** A house of before: its log and its entries bear former names, and a rebuild had come half-way. */
    beforeEach(async () => {
      engines = await underTest();
      ({ documents, events } = await engines.open());
      views = insightViews(documents);
      for (const { topic, message } of projectEvents()) await events.publish(topic, [underFormerName(message)]);
      await hear();
      expected = await entriesIn('a');
      for (const entry of expected.slice(0, 30)) await write('b', entry);
      for (const slot of slots) for (const entry of await entriesIn(slot)) await write(slot, withFormerName(entry));
    });
    afterEach(async () => {
      await events.close();
      await documents.close();
      await engines.destroy();
    });

    const hear = async (): Promise<void> => {
      const { listening } = generations(documents, { views, clock });
      const running = await consume(insightsConsumer(listening), { group: 'insights', documents, events, log });
      await eventually(async () => expect(await events.lag('insights', topics)).toBe(0), 60_000);
      await running.stop();
    };
    const entriesIn = async (slot: Slot): Promise<TimelineEntry[]> => {
      const entries: TimelineEntry[] = [];
      for await (const entry of eachDocument(views[slot].entries)) entries.push(entry);
      return entries;
    };
    const write = (slot: Slot, entry: TimelineEntry): Promise<TimelineEntry> =>
      views[slot].entries.change(entry.id, () => ({ state: entry, events: [] }), stamp);
    const withFormerName = (entry: TimelineEntry): TimelineEntry => ({ ...entry, name: formerNameOf(entry.name) });
    /** As by a start of the service, in a process of its own. */
    const start = async (beat?: () => Promise<void>): Promise<void> => {
      const own = await engines.open();
      try {
        await formerNamesIn(own.documents, { views: insightViews(own.documents), clock }).carryOver(beat);
      } finally {
        await own.events.close();
        await own.documents.close();
      }
    };
    const expectCarriedOver = async (): Promise<void> => {
      expect(await entriesIn('a')).toEqual(expected);
      expect(await entriesIn('b')).toEqual(expected.slice(0, 30));
    };

    test('gives entries of both sets of views their present names, and changes nothing else of them', async () => {
      expect(await entriesIn('a')).not.toEqual(expected);
      await start();
      await expectCarriedOver();
    });

    test('has its effect once, however often and by however many replicas it is done', async () => {
      await Promise.all([start(), start()]);
      await start();
      await expectCarriedOver();
    });

    test('is done to the end by the next start when it was killed in the middle', async () => {
      const killed = async (): Promise<void> => {
        throw new Error('killed');
      };
      await expect(start(killed)).rejects.toThrow('killed');
      expect([await entriesIn('a'), await entriesIn('b')]).toEqual([
        expected,
        expected.slice(0, 30).map(withFormerName),
      ]);
      await start();
      await expectCarriedOver();
    });

    test('goes on within a set of views where it was killed', async () => {
      for (const entry of expected.slice(20)) await write('a', entry);
      await start();
      await expectCarriedOver();
    });

    test('reads no entry again once it was done', async () => {
      await start();
      let batches = 0;
      await start(async () => void (batches += 1));
      expect(batches).toBe(0);
    });

    test('leaves views that events delivered a second time do not change', async () => {
      await start();
      const reactions = reactionsOn(views.a);
      for (const { message } of projectEvents())
        for (const react of reactions[message.type] ?? []) await react(message);
      await expectCarriedOver();
    });

    test('leaves views that a rebuild from the log builds again the same', async () => {
      await start();
      expect((await rebuildOnce())?.compared.filter((each) => !isSame(each))).toEqual([]);
    });

    test('is done by a rebuild of a house that was not started before', async () => {
      expect((await rebuildOnce())?.compared.filter((each) => !isSame(each))).toEqual([]);
      expect(await entriesIn('b')).toEqual(expected);
    });

    test('leaves taken back what a correction had taken back', async () => {
      await start();
      const withdrawn = (await entriesIn('a')).filter((entry) => entry.withdrawn).map(({ name }) => name);
      expect(new Set(withdrawn)).toEqual(
        new Set([
          'benefitUnit.benefitEnded',
          'interview.held',
          'interview.missed',
          'placement.continuityConfirmed',
          'placement.started',
          'proposal.made',
          'referral.sent',
        ]),
      );
    });

    const rebuildOnce = () =>
      rebuild(
        { documents, events },
        {
          log,
          clock,
          holder: 'test',
          stop: new AbortController().signal,
          onProgress: () => undefined,
          graceMs: 0,
        },
      );
  });
