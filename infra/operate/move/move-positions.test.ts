import { describe, expect, test } from '@jest/globals';
import type { Delivery, Events } from '#shared/events/events.ts';
import { messageOf } from '#tests/support/messages.ts';
import { comparePositions, targetOffsets, readGroupProgress } from './move-positions.ts';

const topic = 'people.events';

/** Builds a log that holds these events, each at its position. */
function logOf(
  rows: readonly (readonly [position: string, id: string])[],
  left: Record<string, number> = {},
): Pick<Events, 'read' | 'lag'> {
  return {
    lag: async (group) => left[group] ?? rows.length,
    read: async function* () {
      for (const [position, id] of rows) {
        const message = messageOf(id);
        yield { topic, key: message.subject, position, message } satisfies Delivery;
      }
    },
  };
}
const here = (ids: readonly string[], left: Record<string, number>) =>
  logOf(
    ids.map((id, index) => [String(index + 1), id]),
    left,
  );

describe('how far groups have read', () => {
  const ids = ['a.1', 'b.1', 'a.2', 'b.2', 'a.3'];
  // Partition 0 has b, partition 1 has a.
  const there = logOf([
    ['0/0', 'b.1'],
    ['1/0', 'a.1'],
    ['1/1', 'a.2'],
    ['0/1', 'b.2'],
    ['1/2', 'a.3'],
  ]);

  test('is, of each group and in each partition, where the first event lies that it has not handled', async () => {
    const groups = await readGroupProgress(here(ids, { cases: 0, insights: 3, measures: 5 }), topic, [
      'cases',
      'insights',
      'measures',
    ]);
    expect(groups.map(({ group, count, left }) => [group, count, left])).toEqual([
      ['cases', 5, 0],
      ['insights', 2, 3],
      ['measures', 0, 5],
    ]);
    const offsets = await targetOffsets(there, topic, groups);
    expect(Object.fromEntries([...offsets].map(([group, each]) => [group, Object.fromEntries(each)]))).toEqual({
      cases: { 0: 2n, 1: 3n },
      insights: { 0: 1n, 1: 1n },
      measures: { 0: 0n, 1: 0n },
    });
    expect(
      (await comparePositions(there, { topic, groups, offsets })).map(({ from, to }) => [from.count, to.count]),
    ).toEqual([
      [0, 0],
      [3, 3],
      [5, 5],
    ]);
  });

  test('leaves nothing out where the partition holds them in another order, or twice', async () => {
    const groups = await readGroupProgress(here([...ids, 'a.1'], { insights: 3 }), topic, ['insights']);
    const mixed = logOf([
      ['0/0', 'b.1'],
      ['0/1', 'b.2'],
      ['0/2', 'b.1'],
      ['0/3', 'a.1'],
      ['0/4', 'a.2'],
      ['0/5', 'a.1'],
      ['0/6', 'a.2'],
      ['0/7', 'a.3'],
    ]);
    const offsets = await targetOffsets(mixed, topic, groups);
    expect(offsets.get('insights')).toEqual(new Map([[0, 1n]]));
    expect(
      (await comparePositions(mixed, { topic, groups, offsets })).map(({ from, to }) => [from.count, to.count]),
    ).toEqual([[2, 2]]);
  });

  test('differs where events that were not handled would be passed over', async () => {
    const groups = await readGroupProgress(here(ids, { insights: 3 }), topic, ['insights']);
    const ahead = new Map([
      [
        'insights',
        new Map([
          [0, 2n],
          [1, 1n],
        ]),
      ],
    ]);
    expect(
      (await comparePositions(there, { topic, groups, offsets: ahead })).map(({ from, to }) => [from.count, to.count]),
    ).toEqual([[3, 2]]);
  });
});
