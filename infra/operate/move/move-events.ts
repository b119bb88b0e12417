import type { Message } from '#shared/contracts/contract.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import { combined, fingerprint, MoveRefused, type Checksum, type Comparison } from './fingerprint.ts';

const BATCH = 500;

export type Logs = { from: Events; to: Events };
type ReadableLog = Pick<Events, 'read'>;
type DistinctEvent = { key: string; message: Message; print: string };

/**
 * Yields each event once, where it came first. A log may hold one twice, since a batch whose acknowledgement got lost
 * is sent again: here as well as on the target, also by the move itself.
 */
async function* distinctEvents(log: ReadableLog, topic: string): AsyncGenerator<DistinctEvent> {
  const prints = new Set<string>();
  for await (const delivery of log.read(topic)) {
    const message = readableMessage(delivery);
    const print = fingerprint([delivery.key, message]);
    if (prints.has(print)) continue;
    prints.add(print);
    yield { key: delivery.key, message, print };
  }
}

/** Number of events that the target has of each aggregate; what follows them is still to be moved. */
export type EventCounts = ReadonlyMap<string, number>;

/** Refuses a target that holds anything but, of each aggregate, the first events of this house in their order. */
export async function inspectTopic(
  { from, to }: { from: ReadableLog; to: ReadableLog },
  topic: string,
): Promise<EventCounts> {
  const onTarget = new Map<string, string[]>();
  for await (const { key, print } of distinctEvents(to, topic)) {
    const prints = onTarget.get(key) ?? [];
    prints.push(print);
    onTarget.set(key, prints);
  }
  const matching = new Map<string, number>();
  if (onTarget.size === 0) return matching;
  for await (const { key, print } of distinctEvents(from, topic)) {
    const index = matching.get(key) ?? 0;
    const expected = onTarget.get(key)?.[index];
    if (expected === undefined) continue;
    if (expected !== print)
      throw new MoveRefused(`${topic}: the target holds other events of the same aggregate; nothing was written`);
    matching.set(key, index + 1);
  }
  if ([...onTarget].some(([key, prints]) => prints.length > (matching.get(key) ?? 0)))
    throw new MoveRefused(`${topic}: the target holds events that are not of this house; nothing was written`);
  return matching;
}

/** Publishes, in order, the events that the target does not have yet. */
export async function moveTopic(
  { from, to }: { from: ReadableLog; to: Pick<Events, 'publish'> },
  { topic, present }: { topic: string; present: EventCounts },
  onMoved: (events: number) => void,
): Promise<void> {
  const read = new Map<string, number>();
  let batch: Message[] = [];
  const flush = async (): Promise<void> => {
    await to.publish(topic, batch);
    onMoved(batch.length);
    batch = [];
  };
  for await (const { key, message } of distinctEvents(from, topic)) {
    const index = read.get(key) ?? 0;
    read.set(key, index + 1);
    if (index >= (present.get(key) ?? 0)) batch.push(message);
    if (batch.length === BATCH) await flush();
  }
  if (batch.length > 0) await flush();
}

export async function compareTopic(
  { from, to }: { from: ReadableLog; to: ReadableLog },
  topic: string,
): Promise<Comparison> {
  return { what: topic, from: await checksumOf(from, topic), to: await checksumOf(to, topic) };
}

/** Sums up a topic, in order for each aggregate; between aggregates an order is kept by no engine. */
async function checksumOf(log: ReadableLog, topic: string): Promise<Checksum> {
  const chains = new Map<string, string>();
  let count = 0;
  for await (const { key, print } of distinctEvents(log, topic)) {
    count += 1;
    chains.set(key, fingerprint([chains.get(key) ?? '', print]));
  }
  return { count, hash: combined(chains.values()) };
}

function readableMessage(delivery: Delivery): Message {
  if ('unreadable' in delivery)
    throw new MoveRefused(
      `${delivery.topic}, position ${delivery.position}: what is there is no event; take it out first`,
    );
  return delivery.message;
}
