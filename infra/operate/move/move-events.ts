import type { Message } from '#shared/contracts/contract.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import { combined, fingerprint, MoveRefused, type Comparison, type Checksum } from './fingerprint.ts';

const BATCH = 500;

export type Logs = { from: Events; to: Events };
type Log = Pick<Events, 'read'>;

/**
 * Each event once, where it came first. A log may hold one twice, since a batch whose acknowledgement got lost is sent
 * again: here as well as there, also by the move itself.
 */
export async function* distinctEvents(log: Log, topic: string): AsyncGenerator<{ key: string; message: Message; print: string }> {
  const seen = new Set<string>();
  for await (const delivery of log.read(topic)) {
    const message = readable(delivery);
    const print = fingerprint([delivery.key, message]);
    if (seen.has(print)) continue;
    seen.add(print);
    yield { key: delivery.key, message, print };
  }
}

/** How many events of each aggregate the target has; what follows them is still to be moved. */
export type EventCounts = ReadonlyMap<string, number>;

/** Refuses a target that holds anything but, of each aggregate, the first events of this house in their order. */
export async function inspectTopic({ from, to }: { from: Log; to: Log }, topic: string): Promise<EventCounts> {
  const there = new Map<string, string[]>();
  for await (const { key, print } of distinctEvents(to, topic)) {
    const prints = there.get(key) ?? [];
    prints.push(print);
    there.set(key, prints);
  }
  const passed = new Map<string, number>();
  if (there.size === 0) return passed;
  for await (const { key, print } of distinctEvents(from, topic)) {
    const place = passed.get(key) ?? 0;
    const expected = there.get(key)?.[place];
    if (expected === undefined) continue;
    if (expected !== print)
      throw new MoveRefused(`${topic}: the target holds other events of the same aggregate; nothing was written`);
    passed.set(key, place + 1);
  }
  if ([...there].some(([key, prints]) => prints.length > (passed.get(key) ?? 0)))
    throw new MoveRefused(`${topic}: the target holds events that are not of this house; nothing was written`);
  return passed;
}

/** Publishes, in order, the events that the target does not have yet. */
export async function moveTopic(
  { from, to }: { from: Log; to: Pick<Events, 'publish'> },
  { topic, there }: { topic: string; there: EventCounts },
  onMoved: (events: number) => void,
): Promise<void> {
  const passed = new Map<string, number>();
  let batch: Message[] = [];
  const flush = async (): Promise<void> => {
    await to.publish(topic, batch);
    onMoved(batch.length);
    batch = [];
  };
  for await (const { key, message } of distinctEvents(from, topic)) {
    const place = passed.get(key) ?? 0;
    passed.set(key, place + 1);
    if (place >= (there.get(key) ?? 0)) batch.push(message);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}

export async function compareTopic({ from, to }: { from: Log; to: Log }, topic: string): Promise<Comparison> {
  return { what: topic, from: await tallyOf(from, topic), to: await tallyOf(to, topic) };
}

/** In order for each aggregate; between aggregates an order is kept by no engine. */
async function tallyOf(log: Log, topic: string): Promise<Checksum> {
  const chains = new Map<string, string>();
  let count = 0;
  for await (const { key, print } of distinctEvents(log, topic)) {
    count += 1;
    chains.set(key, fingerprint([chains.get(key) ?? '', print]));
  }
  return { count, hash: combined(chains.values()) };
}

function readable(delivery: Delivery): Message {
  if ('unreadable' in delivery)
    throw new MoveRefused(
      `${delivery.topic}, position ${delivery.position}: what is there is no event; take it out first`,
    );
  return delivery.message;
}
