import type { Contract } from '#shared/contracts/contract.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';

/** An aggregate whose revision and last event in the log do not belong together. No collection: there is no such aggregate. */
export type Mismatch = { collection: string | undefined; id: string; revision: number; logged: number };

/** A collection that says events, and the topic they go to. */
export type PublishingCollection = { name: string; topic: string };

/** What of a service says events, noted while it declares its collections. */
export function publishingCollections(documents: Documents, declare: (documents: Documents) => unknown): PublishingCollection[] {
  const saying: PublishingCollection[] = [];
  declare({
    ...documents,
    collection: (name, schema, contract?: Contract) => {
      if (contract) saying.push({ name, topic: contract.topic });
      return documents.collection(name, schema, contract);
    },
  });
  return saying;
}

/**
 * Where the log is ahead of a store, the next change would say an event for the second time, and who had the first would
 * pass over it. Where it is behind, an event that was published is gone. At rest only: nobody writes or publishes meanwhile.
 */
export async function findMismatches(
  { documents, events }: { documents: Pick<Documents, 'names' | 'records'>; events: Pick<Events, 'read'> },
  saying: readonly PublishingCollection[],
): Promise<Mismatch[]> {
  const unsaid = await lastInLog(events, new Set(saying.map(({ topic }) => topic)));
  const there = new Set(await documents.names());
  const found: Mismatch[] = [];
  for (const { name } of saying.filter((each) => there.has(each.name))) {
    for await (const { id, revision, outbox } of documents.records(name)) {
      const logged = unsaid.get(id) ?? 0;
      unsaid.delete(id);
      // What waits in the outbox is published when the service runs, and need not be in the log yet.
      const published = (outbox[0]?.sequence ?? revision + 1) - 1;
      if (logged > revision || logged < published) found.push({ collection: name, id, revision, logged });
    }
  }
  return [...found, ...[...unsaid].map(([id, logged]) => ({ collection: undefined, id, revision: 0, logged }))];
}

async function lastInLog(events: Pick<Events, 'read'>, topics: ReadonlySet<string>): Promise<Map<string, number>> {
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
