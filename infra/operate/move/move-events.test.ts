import { describe, expect, test } from '@jest/globals';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { messageOf } from '#tests/support/messages.ts';
import { MoveRefused } from './fingerprint.ts';
import { compareTopic, inspectTopic, moveTopic } from './move-events.ts';

const topic = 'people.events';
const logOf = async (...ids: string[]): Promise<Events> => {
  const log = sqliteEvents(':memory:');
  await log.publish(
    topic,
    ids.map((id) => messageOf(id)),
  );
  return log;
};
const idsIn = async (log: Events): Promise<string[]> => {
  const ids: string[] = [];
  for await (const delivery of log.read(topic)) ids.push('message' in delivery ? delivery.message.id : '?');
  return ids;
};
const moved = async (logs: { from: Events; to: Events }): Promise<void> =>
  moveTopic(logs, { topic, present: await inspectTopic(logs, topic) }, () => undefined);
const isSame = async (logs: { from: Events; to: Events }): Promise<boolean> => {
  const { from, to } = await compareTopic(logs, topic);
  return from.count === to.count && from.hash === to.hash;
};

describe('moving a topic', () => {
  const house = ['a.1', 'b.1', 'a.2', 'b.2', 'a.3'];

  test.each([
    ['into an empty one', [], house],
    ['goes on where one that was killed came to', ['a.1', 'b.1'], house],
    ['goes on where partitions got further than others', ['b.1', 'b.2'], ['b.1', 'b.2', 'a.1', 'a.2', 'a.3']],
    [
      'goes on behind a batch that was written twice',
      ['a.1', 'b.1', 'a.1', 'b.1'],
      ['a.1', 'b.1', 'a.1', 'b.1', 'a.2', 'b.2', 'a.3'],
    ],
    ['has nothing to do where all of it is', house, house],
  ])('%s', async (_, before, after) => {
    const logs = { from: await logOf(...house), to: await logOf(...before) };
    await moved(logs);
    expect([await idsIn(logs.to), await isSame(logs)]).toEqual([after, true]);
  });

  test('takes over once what the log here has twice', async () => {
    const logs = { from: await logOf('a.1', 'a.2', 'a.1', 'a.2', 'a.3'), to: await logOf() };
    await moved(logs);
    expect([await idsIn(logs.to), await isSame(logs)]).toEqual([['a.1', 'a.2', 'a.3'], true]);
  });

  test.each([
    ['another aggregate', ['c.1']],
    ['other events of an aggregate', ['a.2']],
    ['more events of an aggregate', ['b.1', 'b.2', 'b.3']],
  ])('is refused by a target that holds %s', async (_, before) => {
    const logs = { from: await logOf(...house), to: await logOf(...before) };
    await expect(moved(logs)).rejects.toBeInstanceOf(MoveRefused);
    expect([await idsIn(logs.to), await isSame(logs)]).toEqual([before, false]);
  });

  test('is refused by a target where an event says something else', async () => {
    const logs = { from: await logOf(...house), to: await logOf() };
    await logs.to.publish(topic, [messageOf('a.1', { data: { changed: ['contact'] } })]);
    await expect(moved(logs)).rejects.toThrow('nothing was written');
  });
});
