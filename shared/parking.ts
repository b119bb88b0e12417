import { Schema } from 'mongoose';
import type { Collection, Documents, Stamp } from '#shared/documents/documents.ts';
import type { Delivery, Events } from '#shared/events/events.ts';

/** An aggregate whose next event could not be handled, with everything that came for it since. */
export type Parked = {
  id: string;
  topic: string;
  reason: string;
  parkedAt: string;
  retry: boolean;
  waiting: { position: string; delivery: string }[];
};

const parkedSchema = new Schema<Parked>(
  {
    id: { type: String, required: true },
    topic: { type: String, required: true },
    reason: { type: String, required: true },
    parkedAt: { type: String, required: true },
    retry: { type: Boolean, required: true },
    waiting: [new Schema({ position: { type: String, required: true }, delivery: { type: String, required: true } }, { _id: false })],
  },
  { _id: false },
);
// The consumer looks for what an operator wants tried again.
parkedSchema.index({ retry: 1 });

export type ParkingLot = {
  holds: (delivery: Delivery) => Promise<boolean>;
  park: (delivery: Delivery, reason: string) => Promise<void>;
  retry: (handle: (delivery: Delivery) => Promise<string | undefined>) => Promise<number>;
};

export function parkedIn(documents: Documents): Collection<Parked> {
  return documents.collection('parked', parkedSchema);
}

export function parkingLot(documents: Documents, events: Events, group: string): ParkingLot {
  const parked = parkedIn(documents);
  const change = (id: string, decide: (lot: Parked | null) => Parked) =>
    parked.change(id, (lot) => ({ state: decide(lot), events: [] }), stamp());

  return {
    holds: async ({ key }) => ((await parked.get(key))?.waiting.length ?? 0) > 0,
    park: async (delivery, reason) => {
      // First into the log, where other teams see it; a crash before the second step only says it twice.
      if ('message' in delivery) await events.publish(`${delivery.topic}.dead-letter`, [{ ...delivery.message, data: { ...delivery.message.data, deadletterreason: reason, deadlettergroup: group } }]);
      await change(delivery.key, (lot) => withWaiting(lot, delivery, reason));
    },
    retry: async (handle) => {
      const wanted = await parked.find({ where: { retry: true }, first: 10 });
      let handled = 0;
      for (const { node } of wanted.edges) handled += await release(node, handle, change);
      return handled;
    },
  };
}

function withWaiting(lot: Parked | null, delivery: Delivery, reason: string): Parked {
  const waiting = lot?.waiting ?? [];
  if (lot && waiting.some(({ position }) => position === delivery.position)) return lot;
  const first = waiting.length === 0;
  return {
    id: delivery.key,
    topic: delivery.topic,
    reason: first || !lot ? reason : lot.reason,
    parkedAt: first || !lot ? stamp().at : lot.parkedAt,
    retry: lot?.retry ?? false,
    waiting: [...waiting, { position: delivery.position, delivery: JSON.stringify(delivery) }],
  };
}

/** In order, up to the first that still cannot be handled. */
async function release(lot: Parked, handle: (delivery: Delivery) => Promise<string | undefined>, change: (id: string, decide: (lot: Parked | null) => Parked) => Promise<Parked>): Promise<number> {
  let handled = 0;
  let problem: string | undefined;
  for (const { delivery } of lot.waiting) {
    problem = await handle(JSON.parse(delivery) as Delivery);
    if (problem !== undefined) break;
    handled += 1;
  }
  const done = new Set(lot.waiting.slice(0, handled).map(({ position }) => position));
  await change(lot.id, (now) => ({ ...(now ?? lot), retry: false, reason: problem ?? lot.reason, waiting: (now ?? lot).waiting.filter(({ position }) => !done.has(position)) }));
  return handled;
}

/** Parking is nobody's request. */
function stamp(): Stamp {
  return { requestId: 'consumer', at: new Date().toISOString() };
}
