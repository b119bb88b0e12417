import type { Message } from '#shared/contracts/contract.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import { combined, fingerprint, MoveRefused, type Compared, type Tally } from './fingerprint.ts';

const BATCH = 500;

export type Logs = { from: Events; to: Events };

/**
 * Publishes the events that the target does not have yet, in order. How far it came is read from the target itself: of
 * each aggregate the same events, from the first one on. Refuses a target that holds others.
 */
export async function moveTopic({ from, to }: Logs, topic: string, onMoved: (events: number) => void): Promise<void> {
  const there = new Map<string, string[]>();
  for await (const delivery of to.read(topic)) there.set(delivery.key, [...(there.get(delivery.key) ?? []), readable(delivery).id]);
  const passed = new Map<string, number>();
  let batch: Message[] = [];
  const flush = async (): Promise<void> => {
    await to.publish(topic, batch);
    onMoved(batch.length);
    batch = [];
  };
  for await (const delivery of from.read(topic)) {
    const message = readable(delivery);
    const place = passed.get(delivery.key) ?? 0;
    passed.set(delivery.key, place + 1);
    const moved = there.get(delivery.key)?.[place];
    if (moved !== undefined && moved !== message.id) throw new MoveRefused(`${topic}: the target holds other events of the same aggregate, so it is in use already`);
    if (moved === undefined) batch.push(message);
    if (batch.length === BATCH) await flush();
  }
  if ([...there].some(([key, ids]) => ids.length > (passed.get(key) ?? 0))) throw new MoveRefused(`${topic}: the target holds events that are not of this house`);
  if (batch.length > 0) await flush();
}

export async function comparedTopic({ from, to }: Logs, topic: string): Promise<Compared> {
  return { what: topic, from: await tallyOf(from, topic), to: await tallyOf(to, topic) };
}

/** In order for each aggregate; between aggregates an order is kept by no engine. */
async function tallyOf(events: Events, topic: string): Promise<Tally> {
  const chains = new Map<string, string>();
  let count = 0;
  for await (const delivery of events.read(topic)) {
    count += 1;
    chains.set(delivery.key, fingerprint([chains.get(delivery.key) ?? '', delivery.key, readable(delivery)]));
  }
  return { count, hash: combined(chains.values()) };
}

export function readable(delivery: Delivery): Message {
  if ('unreadable' in delivery) throw new MoveRefused(`${delivery.topic}, position ${delivery.position}: what is there is no event; take it out first`);
  return delivery.message;
}
