import type { Contract } from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';

/**
 * An aggregate whose revision and last event in the log do not belong together. No collection: there is no such
 * aggregate.
 */
export type Mismatch = { collection: string | undefined; id: string; revision: number; logged: number };

/** A collection whose aggregates publish events, and the topic they go to. */
export type PublishingCollection = { name: string; topic: string };

/** Notes which collections of a service publish events, while it declares them. */
export function publishingCollections(
  documents: Documents,
  declare: (documents: Documents) => unknown,
): PublishingCollection[] {
  const publishing: PublishingCollection[] = [];
  declare({
    ...documents,
    collection: (name, schema, contract?: Contract) => {
      if (contract) publishing.push({ name, topic: contract.topic });
      return documents.collection(name, schema, contract);
    },
  });
  return publishing;
}

/**
 * Finds the aggregates of a store that do not fit the log. Where the log is ahead, the next change would publish an
 * event for the second time, and who had the first would pass over it. Where it is behind, an event that was published
 * is gone. At rest only: nobody writes or publishes meanwhile.
 */
export async function findMismatches(
  { documents, events }: { documents: Pick<Documents, 'names' | 'records'>; events: Pick<Events, 'read'> },
  publishing: readonly PublishingCollection[],
): Promise<Mismatch[]> {
  const unmatched = await lastSequences(events, new Set(publishing.map(({ topic }) => topic)));
  const stored = new Set(await documents.names());
  const mismatches: Mismatch[] = [];
  for (const { name } of publishing.filter((collection) => stored.has(collection.name))) {
    for await (const { id, revision, outbox } of documents.records(name)) {
      const logged = unmatched.get(id) ?? 0;
      unmatched.delete(id);
      // What waits in the outbox is published when the service runs, and need not be in the log yet.
      const published = (outbox[0]?.sequence ?? revision + 1) - 1;
      if (logged > revision || logged < published) mismatches.push({ collection: name, id, revision, logged });
    }
  }
  return [...mismatches, ...[...unmatched].map(([id, logged]) => ({ collection: undefined, id, revision: 0, logged }))];
}

async function lastSequences(events: Pick<Events, 'read'>, topics: ReadonlySet<string>): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  for (const topic of topics) {
    for await (const delivery of events.read(topic)) {
      if ('unreadable' in delivery) continue;
      const { subject, sequence } = delivery.message;
      last.set(subject, Math.max(sequence, last.get(subject) ?? 0));
    }
  }
  return last;
}
