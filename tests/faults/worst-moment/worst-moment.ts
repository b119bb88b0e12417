import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { consume } from '#shared/delivery/consume.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import type { Events } from '#shared/events/events.ts';
import { createLog } from '#shared/log.ts';
import { startRelay } from '#shared/delivery/relay.ts';
import type { OwnEngines } from '#infra/bench/own-engines.ts';
import { eventually } from '#tests/support/eventually.ts';
import { books, contract, copies, copying, moments, write, type Book, type BookEntry } from './book.ts';
import { clerksAtWork } from './clerks.ts';
import { dying } from './dying.ts';

/** Written by a test itself, to see that it is heard. */
export const MARK = 'x';

/** A hundred times: asked for by FAULTS=long, since each time takes as long as the engine needs to notice. */
const LONG = 100;
/**
 * Slower while a part is dead for a hundred times as long as Kafka takes to notice: what waits has to be heard in the
 * end.
 */
const PACE_MS = { short: 200, long: 3000 } as const;
const log = createLog('fault', 'silent');

export type WorstMomentOf = { often: number; opened?: () => Promise<OwnEngines> };

/** Whatever the books stand on: nothing is lost, nothing has its effect twice, and each book keeps its order. */
export const worstMoment = (where: string, { often, opened }: WorstMomentOf): void =>
  describe(`killed under load, ${where},`, () => {
    const kills = process.env.FAULTS === 'long' ? LONG : often;
    test.each(moments)(
      '%s, every entry is in its book, in the log and in the copy, once and in order',
      async (moment) => {
        const engines = await opened?.();
        const dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-fault-'));
        const config: EngineConfig = engines?.config ?? { dataDir, prefix: '' };
        const [documents, listening] = [await openDocuments('cases', config), await openDocuments('insights', config)];
        const events = await openEvents('cases', config, log);
        const [book, copy] = [books(documents), copies(listening)];
        await documents.prepare();
        await listening.prepare();

        // The part that dies is done by another process; the other two are done here.
        const doomed = dying({ moment, config, kills });
        const relay =
          moment === 'between publish and mark'
            ? undefined
            : startRelay({ outboxes: [book], documents, events, log, replica: 'the-one-relay' });
        const consumer =
          moment === 'between effect and offset'
            ? undefined
            : await consume(copying(copy), { group: 'insights', documents: listening, events, log });
        const send =
          moment === 'between publish and mark' || moment === 'between effect and offset'
            ? (entry: BookEntry) => write(book, entry)
            : doomed.send;
        const working = new AbortController();
        const work = clerksAtWork(send, working.signal, () =>
          pause(opened && kills === LONG ? PACE_MS.long : PACE_MS.short),
        );
        await doomed.died;
        working.abort();
        const acknowledged = await work;

        await eventually(async () => expect(await contentsOf(copy)).toEqual(await contentsOf(book)), 120_000);
        // What was heard may not be marked yet.
        await eventually(async () => expect(await book.pendingEvents(1)).toEqual([]));
        await expectWhole(acknowledged, { documents, book, events });
        await Promise.all([doomed.stop(), relay?.stop(), consumer?.stop()]);
        await Promise.all([documents.close(), listening.close(), events.close()]);
        await engines?.remove();
        rmSync(dataDir, { recursive: true });
      },
    );
  });

export async function contentsOf(collection: {
  find: ReturnType<typeof books>['find'];
}): Promise<Record<string, string[]>> {
  const { edges } = await collection.find({ first: 100 });
  return Object.fromEntries(edges.map(({ node }: { node: Book }) => [node.id, node.entries]));
}

type Whole = { documents: Documents; book: ReturnType<typeof books>; events: Events };

/** Duplicates in the log are allowed; what comes first of each event tells the order. */
export async function expectWhole(
  acknowledged: readonly BookEntry[],
  { documents, book, events }: Whole,
): Promise<void> {
  const written = await contentsOf(book);
  const each = acknowledged.map((entry) => [
    entry.entry,
    (written[entry.book] ?? []).filter((inBook) => inBook === entry.entry).length,
  ]);
  expect(each.filter(([, times]) => times !== 1)).toEqual([]);
  expect(
    Object.values(written)
      .flat()
      .filter((entry) => entry !== MARK),
  ).toHaveLength(acknowledged.length);

  const said = new Map<string, string[]>();
  const seen = new Set<string>();
  for await (const delivery of events.read(contract.topic)) {
    if ('unreadable' in delivery || seen.has(delivery.message.id)) continue;
    seen.add(delivery.message.id);
    said.set(delivery.key, [...(said.get(delivery.key) ?? []), String(delivery.message.data.entry)]);
  }
  expect(Object.fromEntries(said)).toEqual(written);
  for await (const { id, revision, outbox } of documents.records('books'))
    expect([id, revision, outbox.length]).toEqual([id, written[id]?.length, 0]);
}
