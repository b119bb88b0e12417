import { Schema } from 'mongoose';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import { StoreBehindLog } from './store-behind-log.ts';

/** An aggregate of which the log has events and the store, after a restore, nothing. */
export type Lost = { id: string; sequence: number };

const lostSchema = new Schema<Lost>(
  { id: { type: String, required: true }, sequence: { type: Number, required: true } },
  { _id: false },
);

/** What an operator knows to be lost: a service starts without it. */
export function lostIn(documents: Documents): Collection<Lost> {
  return documents.collection('lost', lostSchema);
}

type Says = Pick<Collection<Identified>, 'topic' | 'sequenceOf'>;
type Told = { aggregates: readonly Says[]; lost: Pick<Collection<Lost>, 'get'>; events: Pick<Events, 'latest'> };

/**
 * Rejects with `StoreBehindLog` when the last events in the log are not known to the store. An event is published only
 * after it is stored, so the log is read first; one that is stored and not yet published, or published and not yet
 * marked, fits.
 */
export async function assertStoreKnowsLog({ aggregates, lost, events }: Told): Promise<void> {
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
