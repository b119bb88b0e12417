import { Schema } from 'mongoose';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import type { Message } from '#shared/contracts/contract.ts';

/** An aggregate of which the log has events and the store, after a restore, nothing. */
export type LostAggregate = { id: string; sequence: number };

const lostSchema = new Schema<LostAggregate>(
  { id: { type: String, required: true }, sequence: { type: Number, required: true } },
  { _id: false },
);

/** Declares the collection of aggregates that an operator knows to be lost: the service starts without them. */
export function lostAggregates(documents: Documents): Collection<LostAggregate> {
  return documents.collection('lost', lostSchema);
}

/**
 * Says that the store is older than the log: what it would say next was said before, and listeners would pass over it.
 */
export class StoreBehindLog extends Error {
  constructor(topic: string, { said, known }: { said: Message; known: number }) {
    super(
      `${topic} is ahead of the store: it has event ${said.sequence} of ${said.subject}, the store ` +
        `${known === 0 ? 'none' : `${known} of them`}. Was the store restored to an earlier time? Stop all ` +
        'services and run "node infra/node24.mjs infra/operate/compare-log.ts --continue"',
    );
    this.name = 'StoreBehindLog';
  }
}

type Sequences = Pick<Collection<Identified>, 'topic' | 'sequenceOf'>;
type StoreAndLog = {
  aggregates: readonly Sequences[];
  lost: Pick<Collection<LostAggregate>, 'get'>;
  events: Pick<Events, 'latest'>;
};

/**
 * Rejects with `StoreBehindLog` when the store does not know the last events in the log. An event is published only
 * after it is stored, so the log is read first; an event that is stored and not yet published, or published and not yet
 * marked, fits.
 */
export async function assertStoreKnowsLog({ aggregates, lost, events }: StoreAndLog): Promise<void> {
  for (const topic of new Set(aggregates.flatMap((each) => each.topic ?? []))) {
    for (const delivery of await events.latest(topic)) {
      // Whatever cannot be read was not said by us.
      if ('unreadable' in delivery) continue;
      const { message } = delivery;
      const known = Math.max(
        ...(await Promise.all(
          aggregates.filter((each) => each.topic === topic).map((each) => each.sequenceOf(message.subject)),
        )),
      );
      if (known >= message.sequence || ((await lost.get(message.subject))?.sequence ?? 0) >= message.sequence) continue;
      throw new StoreBehindLog(topic, { said: message, known });
    }
  }
}
