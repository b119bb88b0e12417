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
  /** When an operator last asked for a retry: one asked for while another is under way is not over with it. */
  askedAt?: string;
  /** The event that an operator gives up on. */
  skip?: string;
  waiting: { position: string; delivery: string }[];
};

const parkedSchema = new Schema<Parked>(
  {
    id: { type: String, required: true },
    topic: { type: String, required: true },
    reason: { type: String, required: true },
    parkedAt: { type: String, required: true },
    retry: { type: Boolean, required: true },
    askedAt: String,
    skip: String,
    waiting: [
      new Schema(
        { position: { type: String, required: true }, delivery: { type: String, required: true } },
        { _id: false },
      ),
    ],
  },
  { _id: false },
);
// The consumer looks for what an operator wants tried again.
parkedSchema.index({ retry: 1 });

export type ParkingLot = {
  park: (delivery: Delivery, reason: string) => Promise<void>;
  /** Puts it behind what waits of its aggregate; false when nothing does, or not any more. */
  parkedBehind: (delivery: Delivery) => Promise<boolean>;
  retry: (hands: Hands) => Promise<number>;
};

/** Both answer why an event still waits; undefined when it does not. */
export type Hands = Record<'handle' | 'giveUp', (delivery: Delivery) => Promise<string | undefined>>;

const BEHIND = 'BEHIND_A_PARKED_EVENT';
type Change = (id: string, decide: (lot: Parked | null) => Parked) => Promise<Parked>;

export function parkedIn(documents: Documents): Collection<Parked> {
  return documents.collection('parked', parkedSchema);
}

export function parkingLot(documents: Documents, events: Events, group: string): ParkingLot {
  const parked = parkedIn(documents);
  const change: Change = (id, decide) => parked.change(id, (lot) => ({ state: decide(lot), events: [] }), stamp());
  // First into the log, where other teams see it; a crash before the second step only says it twice.
  const say = async (delivery: Delivery, reason: string): Promise<void> => {
    if ('message' in delivery)
      await events.publish(`${delivery.topic}.dead-letter`, [
        { ...delivery.message, data: { ...delivery.message.data, deadletterreason: reason, deadlettergroup: group } },
      ]);
  };

  return {
    park: async (delivery, reason) => {
      await say(delivery, reason);
      await change(delivery.key, (lot) => withWaiting(lot, delivery, reason));
    },
    parkedBehind: async (delivery) => {
      const known = await parked.get(delivery.key);
      if (!known || known.waiting.length === 0) return false;
      await say(delivery, BEHIND);
      // A retry, here or in another replica, may have emptied the lot meanwhile: who came behind it then would be
      // forgotten there.
      const lot = await change(delivery.key, (now) =>
        now && now.waiting.length > 0 ? behind(now, delivery) : (now ?? known),
      );
      return isWaiting(lot, delivery);
    },
    retry: async (hands) => {
      const wanted = await parked.find({ where: { retry: true }, first: 10 });
      let handled = 0;
      for (const { node } of wanted.edges) handled += await release(node, hands, change);
      return handled;
    },
  };
}

function isWaiting({ waiting }: Parked, delivery: Delivery): boolean {
  return waiting.some(({ position }) => position === delivery.position);
}

/** What a gap waits for may be this one: then all of it is tried again without anybody asking. */
function behind(lot: Parked, delivery: Delivery): Parked {
  return { ...withWaiting(lot, delivery, BEHIND), retry: lot.retry || lot.reason === 'GAP' };
}

function withWaiting(lot: Parked | null, delivery: Delivery, reason: string): Parked {
  const waiting = lot?.waiting ?? [];
  if (lot && isWaiting(lot, delivery)) return lot;
  const first = waiting.length === 0;
  return {
    ...lot,
    id: delivery.key,
    topic: delivery.topic,
    reason: first || !lot ? reason : lot.reason,
    parkedAt: first || !lot ? stamp().at : lot.parkedAt,
    retry: lot?.retry ?? false,
    waiting: [...waiting, { position: delivery.position, delivery: JSON.stringify(delivery) }],
  };
}

/** In order, up to the first that still cannot be handled; also what comes behind it meanwhile. */
async function release(parked: Parked, hands: Hands, change: Change): Promise<number> {
  let handled = 0;
  for (let lot = parked; lot.waiting.length > 0;) {
    const { done, problem } = await handledOf(lot, hands);
    handled += done.size;
    const tried = lot;
    lot = await change(lot.id, (now) => afterwards(now ?? tried, { tried, done, problem }));
    if (problem !== undefined) break;
  }
  return handled;
}

async function handledOf(lot: Parked, { handle, giveUp }: Hands): Promise<{ done: Set<string>; problem?: string }> {
  const done = new Set<string>();
  for (const delivery of inOrder(lot)) {
    const { position } = delivery;
    const problem = position === lot.skip ? await giveUp(delivery) : await handle(delivery);
    if (problem !== undefined) return { done, problem };
    done.add(position);
  }
  return { done };
}

/** As its aggregate said it, whatever order it came in. */
export function inOrder({ waiting }: Parked): Delivery[] {
  // Written by `withWaiting` from a Delivery.
  return waiting
    .map(({ delivery }) => JSON.parse(delivery) as Delivery)
    .toSorted((one, other) => sequenceOf(one) - sequenceOf(other));
}

/** What cannot be read has no place among the others: it is looked at first. */
function sequenceOf(delivery: Delivery): number {
  return 'message' in delivery ? delivery.message.sequence : 0;
}

type Attempt = { tried: Parked; done: ReadonlySet<string>; problem: string | undefined };

/**
 * The retry is over when nothing waits any more, or something still cannot be handled and nobody has woken the lot
 * meanwhile.
 */
function afterwards(lot: Parked, { tried, done, problem }: Attempt): Parked {
  const waiting = lot.waiting.filter(({ position }) => !done.has(position));
  const { skip, ...rest } = lot;
  const retry = waiting.length > 0 && (problem === undefined || isWoken(lot, tried, problem));
  return {
    ...rest,
    ...(skip !== undefined && !done.has(skip) && { skip }),
    waiting,
    retry,
    reason: problem ?? lot.reason,
  };
}

/**
 * What came during the attempt may be what the gap waits for; and what an operator asked for then has not been tried.
 */
function isWoken(lot: Parked, tried: Parked, problem: string): boolean {
  const known = new Set(tried.waiting.map(({ position }) => position));
  const filled = problem === 'GAP' && lot.waiting.some(({ position }) => !known.has(position));
  return filled || lot.askedAt !== tried.askedAt || lot.skip !== tried.skip;
}

/** Parking is nobody's request. */
function stamp(): Stamp {
  return { requestId: 'consumer', at: new Date().toISOString() };
}
