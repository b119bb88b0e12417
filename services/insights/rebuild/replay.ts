import { handleDelivery, type Consumer } from '#shared/delivery/consume.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import type { Log } from '#shared/log.ts';
import type { Progress } from '#shared/delivery/progress.ts';

export type Replay = {
  /** Reads the log from the first event and handles what no pass before has handled. Returns how many that were. */
  pass: () => Promise<number>;
  /** In all passes together. */
  handled: () => number;
  /**
   * Aggregates with an event that cannot be handled; like a running service, a replay leaves out what follows for
   * them.
   */
  leftOut: () => number;
};

type Settings = {
  reactions: Consumer['reactions'];
  events: Events;
  log: Log;
  onEvent: (read: number) => Promise<void>;
};

/**
 * Handles every event as a running service would: in order for each aggregate, repetitions once. What it has done is
 * kept in memory: a replay that was broken off begins anew.
 */
export function replay({ reactions, events, log, onEvent }: Settings): Replay {
  const { position, handled } = inMemory();
  const leftOut = new Set<string>();
  const desk = { consumer: { contracts, reactions }, progress: position, log };
  const inOrder = async (deliveries: readonly Delivery[]): Promise<void> => {
    for (const delivery of deliveries) {
      if ((await handleDelivery(desk, delivery)) !== undefined) leftOut.add(delivery.key);
    }
  };
  return {
    pass: async () => {
      const before = handled();
      let read = 0;
      for (const { topic } of contracts) {
        for await (const batch of batches(events.read(topic))) {
          // Only within an aggregate does the order matter, and writes that wait together are written together.
          await Promise.all([...Map.groupBy(batch, ({ key }) => key).values()].map(inOrder));
          read += batch.length;
          await onEvent(read);
        }
      }
      return handled() - before;
    },
    handled,
    leftOut: () => leftOut.size,
  };
}

const BATCH = 100;

async function* batches(deliveries: AsyncIterable<Delivery>): AsyncGenerator<Delivery[]> {
  let batch: Delivery[] = [];
  for await (const delivery of deliveries) {
    if (batch.push(delivery) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function inMemory(): { position: Progress; handled: () => number } {
  const last = new Map<string, number>();
  let count = 0;
  return {
    handled: () => count,
    position: {
      of: async (subject) => last.get(subject) ?? 0,
      advance: async ({ subject, sequence }) => {
        last.set(subject, sequence);
        count += 1;
      },
      clear: async () => last.clear(),
    },
  };
}
