import { Schema } from 'mongoose';
import type { Collection, Documents } from '#shared/documents/documents.ts';
import type { Delivery } from '#shared/events/events.ts';

/** An aggregate whose next event could not be handled, with every event that came for it since. */
export type Parked = {
  id: string;
  topic: string;
  reason: string;
  parkedAt: string;
  retry: boolean;
  /** The moment of the last request for a retry: one that comes during an attempt is not done with that attempt. */
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

/** Declares the collection of what a service has parked. */
export function parkedAggregates(documents: Documents): Collection<Parked> {
  return documents.collection('parked', parkedSchema);
}

/** Tells other teams that an event waits behind one of its aggregate that could not be handled. */
export const BEHIND = 'BEHIND_A_PARKED_EVENT';

/** True when the delivery is among those that wait. */
export function isWaiting({ waiting }: Parked, delivery: Delivery): boolean {
  return waiting.some(({ position }) => position === delivery.position);
}

/**
 * Puts the delivery behind the others of its aggregate. It may be the one that a gap waits for: then all of them are
 * tried again without anybody asking.
 */
export function withNext(parked: Parked, delivery: Delivery, parkedAt: string): Parked {
  return {
    ...withWaiting(parked, { delivery, reason: BEHIND, parkedAt }),
    retry: parked.retry || parked.reason === 'GAP',
  };
}

/** Parks the delivery for a reason; the first one of an aggregate gives the reason for all. */
export function withWaiting(
  parked: Parked | null,
  { delivery, reason, parkedAt }: { delivery: Delivery; reason: string; parkedAt: string },
): Parked {
  const waiting = parked?.waiting ?? [];
  if (parked && isWaiting(parked, delivery)) return parked;
  const first = waiting.length === 0;
  return {
    ...parked,
    id: delivery.key,
    topic: delivery.topic,
    reason: first || !parked ? reason : parked.reason,
    parkedAt: first || !parked ? parkedAt : parked.parkedAt,
    retry: parked?.retry ?? false,
    waiting: [...waiting, { position: delivery.position, delivery: JSON.stringify(delivery) }],
  };
}

/** Returns what waits in the order in which its aggregate said it, whatever order it came in. */
export function deliveriesInOrder({ waiting }: Parked): Delivery[] {
  // Written by `withWaiting` from a Delivery.
  return waiting
    .map(({ delivery }) => JSON.parse(delivery) as Delivery)
    .toSorted((first, second) => sequenceOf(first) - sequenceOf(second));
}

/** Returns 0 for what cannot be read: it has no place among the others and is looked at first. */
function sequenceOf(delivery: Delivery): number {
  return 'message' in delivery ? delivery.message.sequence : 0;
}

/**
 * The outcome of a retry: the aggregate as it was tried, the positions that were handled, and why the next one still
 * cannot be.
 */
export type RetryAttempt = { tried: Parked; handled: ReadonlySet<string>; problem: string | undefined };

/**
 * Removes what an attempt has handled. The retry is over when nothing waits any more, or something still cannot be
 * handled and nobody has woken the aggregate meanwhile.
 */
export function afterRetry(parked: Parked, { tried, handled, problem }: RetryAttempt): Parked {
  const waiting = parked.waiting.filter(({ position }) => !handled.has(position));
  const { skip, ...rest } = parked;
  const retry = waiting.length > 0 && (problem === undefined || isWoken(parked, tried, problem));
  return {
    ...rest,
    ...(skip !== undefined && !handled.has(skip) && { skip }),
    waiting,
    retry,
    reason: problem ?? parked.reason,
  };
}

/**
 * True when there is something new to try: an event that came during the attempt may fill the gap, and a request that
 * an operator made during it has not been tried.
 */
function isWoken(parked: Parked, tried: Parked, problem: string): boolean {
  const before = new Set(tried.waiting.map(({ position }) => position));
  const mayFillGap = problem === 'GAP' && parked.waiting.some(({ position }) => !before.has(position));
  return mayFillGap || parked.askedAt !== tried.askedAt || parked.skip !== tried.skip;
}
