import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import type { Delivery, Events } from '#shared/events/events.ts';
import {
  afterRetry,
  BEHIND,
  deliveriesInOrder,
  isWaiting,
  parkedAggregates,
  withNext,
  withWaiting,
  type Parked,
} from './parked.ts';

/** Keeps events that could not be handled, by aggregate, until an operator has them tried again. */
export type ParkingLot = {
  park: (delivery: Delivery, reason: string) => Promise<void>;
  /** Puts the delivery behind what waits of its aggregate; false when nothing does, or not any more. */
  parkedBehind: (delivery: Delivery) => Promise<boolean>;
  /** Tries again the aggregates whose retry an operator asked for. Returns how many events were handled. */
  retry: (handlers: RetryHandlers) => Promise<number>;
};

/** Handlers of a retry. Both return why an event still waits; undefined when it does not. */
export type RetryHandlers = Record<'handle' | 'giveUp', (delivery: Delivery) => Promise<string | undefined>>;

/** Opens the parking lot of one service. */
export function parkingLot(documents: Documents, events: Events, group: string): ParkingLot {
  const collection = parkedAggregates(documents);
  // First into the log, where other teams see it; a crash before the second step only says it twice.
  const announce = async (delivery: Delivery, reason: string): Promise<void> => {
    if (!('message' in delivery)) return;
    const data = { ...delivery.message.data, deadletterreason: reason, deadlettergroup: group };
    await events.publish(`${delivery.topic}.dead-letter`, [{ ...delivery.message, data }]);
  };

  return {
    park: async (delivery, reason) => {
      await announce(delivery, reason);
      await changeParked(collection, delivery.key, (parked) =>
        withWaiting(parked, { delivery, reason, parkedAt: stamp().at }),
      );
    },
    parkedBehind: async (delivery) => {
      const before = await collection.get(delivery.key);
      if (!before || before.waiting.length === 0) return false;
      await announce(delivery, BEHIND);
      // A retry, here or in another replica, may have emptied it meanwhile: who came behind it then would be forgotten.
      const parked = await changeParked(collection, delivery.key, (now) =>
        now && now.waiting.length > 0 ? withNext(now, delivery, stamp().at) : (now ?? before),
      );
      return isWaiting(parked, delivery);
    },
    retry: async (handlers) => {
      const { edges } = await collection.find({ where: { retry: true }, first: 10 });
      let handled = 0;
      for (const { node } of edges) handled += await retryInOrder(collection, node, handlers);
      return handled;
    },
  };
}

/** Handles what waits in order, up to the first that still cannot be; also what comes behind it meanwhile. */
async function retryInOrder(collection: Collection<Parked>, first: Parked, handlers: RetryHandlers): Promise<number> {
  let count = 0;
  for (let parked = first; parked.waiting.length > 0;) {
    const tried = parked;
    const { handled, problem } = await attempt(tried, handlers);
    count += handled.size;
    parked = await changeParked(collection, tried.id, (now) => afterRetry(now ?? tried, { tried, handled, problem }));
    if (problem !== undefined) break;
  }
  return count;
}

async function attempt(
  parked: Parked,
  { handle, giveUp }: RetryHandlers,
): Promise<{ handled: Set<string>; problem?: string }> {
  const handled = new Set<string>();
  for (const delivery of deliveriesInOrder(parked)) {
    const { position } = delivery;
    const problem = position === parked.skip ? await giveUp(delivery) : await handle(delivery);
    if (problem !== undefined) return { handled, problem };
    handled.add(position);
  }
  return { handled };
}

function changeParked(
  collection: Collection<Parked>,
  id: string,
  decide: (parked: Parked | null) => Parked,
): Promise<Parked> {
  return collection.change(id, (parked) => ({ state: decide(parked), events: [] }), stamp());
}

/** Returns the stamp of a change that nobody requested: parking is the consumer's own. */
function stamp(): Stamp {
  return { requestId: 'consumer', at: new Date().toISOString() };
}
