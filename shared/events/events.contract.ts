import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Message } from '#shared/contracts/contract.ts';
import { eventually } from '#tests/support/eventually.ts';
import { messageAbout } from '#shared/contracts/message.fixture.ts';
import type { Delivery, Events, Handle, Subscription } from './events.ts';

/**
 * `open` reaches the same, at first empty, log each time; `topics` exist in it; `spoil` writes bytes that are no event.
 */
export type EventsUnderTest = {
  open: () => Promise<Events>;
  topics: [string, string];
  spoil: (topic: string, key: string) => Promise<void>;
  destroy: () => Promise<void>;
};

const event = (subject: string, sequence: number): Message => messageAbout(subject, sequence, { data: { sequence } });
const idOf = (delivery: Delivery): string =>
  'message' in delivery ? delivery.message.id : `unreadable ${delivery.key}`;

/** What every engine behind the events port promises. */
export function eventsContract(engine: string, underTest: () => Promise<EventsUnderTest>): void {
  describe(`events on ${engine}`, () => {
    let log: EventsUnderTest;
    let events: Events;
    let topic: string;
    const open: Events[] = [];
    const subscriptions: Subscription[] = [];

    const reached = async (): Promise<Events> => {
      const opened = await log.open();
      open.push(opened);
      return opened;
    };
    const subscribe = async (
      handle: Handle,
      { group = 'readers', topics = [topic], from = events } = {},
    ): Promise<Subscription> => {
      const subscription = await from.subscribe({ topics, group, handle });
      subscriptions.push(subscription);
      return subscription;
    };
    const collect =
      (into: string[]): Handle =>
      async (delivery) =>
        void into.push(idOf(delivery));

    beforeEach(async () => {
      log = await underTest();
      topic = log.topics[0];
      events = await reached();
    });
    afterEach(async () => {
      for (const subscription of subscriptions.splice(0)) await subscription.stop();
      for (const opened of open.splice(0)) await opened.close();
      await log.destroy();
    });

    test('a new group begins with the first event there is', async () => {
      await events.publish(topic, [event('c-1', 1), event('c-1', 2)]);
      const seen: string[] = [];
      await subscribe(collect(seen));
      await eventually(() => expect(seen).toEqual(['c-1.1', 'c-1.2']));
    });

    test('a message arrives as it was sent', async () => {
      await events.publish(topic, [event('c-1', 1)]);
      const seen: Delivery[] = [];
      await subscribe(async (delivery) => void seen.push(delivery));
      await eventually(() =>
        expect(seen).toEqual([{ topic, key: 'c-1', position: expect.any(String), message: event('c-1', 1) }]),
      );
    });

    test('events of an aggregate arrive in order, whatever is sent between', async () => {
      for (let sequence = 1; sequence <= 20; sequence += 1)
        await events.publish(topic, [event('c-1', sequence), event('c-2', sequence)]);
      const seen: string[] = [];
      await subscribe(collect(seen));
      // At least once: one that comes again comes behind the first of it.
      const ofOne = (subject: string) => [...new Set(seen)].filter((id) => id.startsWith(subject));
      await eventually(() => expect(new Set(seen).size).toBe(40));
      expect([ofOne('c-1'), ofOne('c-2')]).toEqual(
        ['c-1', 'c-2'].map((subject) => Array.from({ length: 20 }, (_, n) => `${subject}.${n + 1}`)),
      );
    });

    test('of a batch that cannot be written nothing is there, and the next one is', async () => {
      const unwritable: Message = { ...event('c-1', 2), data: { sequence: 2n } };
      await expect(events.publish(topic, [event('c-1', 1), unwritable])).rejects.toThrow();
      await events.publish(topic, [event('c-1', 1)]);
      const seen: string[] = [];
      for await (const delivery of events.read(topic)) seen.push(idOf(delivery));
      expect(seen).toEqual(['c-1.1']);
    });

    test('several topics reach one handler, each group on its own', async () => {
      await events.publish(log.topics[0], [event('c-1', 1)]);
      await events.publish(log.topics[1], [event('d-1', 1)]);
      const one: string[] = [];
      const other: string[] = [];
      await subscribe(collect(one), { group: 'one', topics: log.topics });
      await subscribe(collect(other), { group: 'other', topics: [log.topics[1]] });
      await eventually(() => expect([one.toSorted(), other]).toEqual([['c-1.1', 'd-1.1'], ['d-1.1']]));
    });

    test('a group goes on where it stopped, from any process', async () => {
      await events.publish(topic, [event('c-1', 1)]);
      const before: string[] = [];
      const subscription = await subscribe(collect(before));
      await eventually(() => expect(before).toEqual(['c-1.1']));
      await subscription.stop();
      await events.publish(topic, [event('c-1', 2)]);
      const after: string[] = [];
      await subscribe(collect(after), { from: await reached() });
      await eventually(() => expect(after).toEqual(['c-1.2']));
    });

    test('an event that cannot be handled now comes again, before what follows it', async () => {
      await events.publish(topic, [event('c-1', 1), event('c-1', 2), event('c-1', 3)]);
      const seen: string[] = [];
      let failures = 2;
      await subscribe(async (delivery) => {
        if (idOf(delivery) === 'c-1.2' && failures-- > 0) throw new Error('not now');
        seen.push(idOf(delivery));
      });
      await eventually(() => expect([...new Set(seen)]).toEqual(['c-1.1', 'c-1.2', 'c-1.3']));
      expect(seen.indexOf('c-1.3')).toBeGreaterThan(seen.lastIndexOf('c-1.2'));
    });

    test('stopping waits for the event in hand, and its effect counts', async () => {
      await events.publish(topic, [event('c-1', 1)]);
      const seen: string[] = [];
      let started = false;
      const subscription = await subscribe(async (delivery) => {
        started = true;
        await new Promise((resolve) => setTimeout(resolve, 100));
        seen.push(idOf(delivery));
      });
      await eventually(() => expect(started).toBe(true));
      await subscription.stop();
      expect([seen, await events.lag('readers', [topic])]).toEqual([['c-1.1'], 0]);
    });

    test('bytes that are no event are handed over as such, and the others go on', async () => {
      await log.spoil(topic, 'c-9');
      await events.publish(topic, [event('c-1', 1)]);
      const seen: string[] = [];
      await subscribe(collect(seen));
      await eventually(() => expect(seen.toSorted()).toEqual(['c-1.1', 'unreadable c-9']));
    });

    test('the lag is what the group has not handled, and rewinding begins again', async () => {
      await events.publish(topic, [event('c-1', 1), event('c-1', 2)]);
      expect(await events.lag('readers', [topic])).toBe(2);
      const seen: string[] = [];
      const subscription = await subscribe(collect(seen));
      await eventually(async () => expect(await events.lag('readers', [topic])).toBe(0));
      await subscription.stop();
      await events.rewind('readers');
      await subscribe(collect(seen));
      await eventually(() => expect(seen).toEqual(['c-1.1', 'c-1.2', 'c-1.1', 'c-1.2']));
    });

    test('the last event of each part of a topic is known without a group', async () => {
      expect(await events.latest(topic)).toEqual([]);
      await events.publish(
        topic,
        Array.from({ length: 30 }, (_, n) => event(`c-${n % 3}`, Math.floor(n / 3) + 1)),
      );
      await events.publish(topic, [event('c-1', 11)]);
      const latest = await events.latest(topic);
      expect(latest).toContainEqual({ topic, key: 'c-1', position: expect.any(String), message: event('c-1', 11) });
      expect(latest.every((delivery) => 'message' in delivery && delivery.message.sequence >= 10)).toBe(true);
      await log.spoil(topic, 'c-1');
      expect((await events.latest(topic)).map(idOf)).toContain('unreadable c-1');
    });

    test('a topic can be read whole without a group', async () => {
      const many = Array.from({ length: 250 }, (_, n) => event('c-1', n + 1));
      await events.publish(topic, many);
      const seen: string[] = [];
      for await (const delivery of events.read(topic)) seen.push(idOf(delivery));
      expect(seen).toEqual(many.map(({ id }) => id));
    });

    test('a topic of any length is read in order, by somebody slow and by somebody who leaves half-way', async () => {
      const many = Array.from({ length: 2500 }, (_, n) => event('c-1', n + 1));
      await events.publish(topic, many);
      const seen: string[] = [];
      for await (const delivery of events.read(topic)) {
        if (seen.push(idOf(delivery)) % 500 === 0) await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(seen).toEqual(many.map(({ id }) => id));
      for await (const delivery of events.read(topic)) {
        expect(idOf(delivery)).toBe('c-1.1');
        break;
      }
    });
  });
}
