import { setTimeout as pause } from 'node:timers/promises';
import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import type { Log } from '#shared/log.ts';

const BATCH = 100;
const IDLE_MS = 50;
const RETRY_MS = 1000;

/** Publishes committed events in order, at least once. Returns how many were sent. */
export async function publishPending<State extends Identified>(collection: Collection<State>, events: Events): Promise<number> {
  const pending = await collection.pendingEvents(BATCH);
  if (pending.length === 0 || collection.topic === undefined) return 0;

  // Order matters only within one aggregate: its revision is the clock, wall time is not.
  await events.publish(collection.topic, pending);
  // A crash right here sends the batch again. Consumers recognise an event by its id.
  await collection.markPublished(pending);
  return pending.length;
}

export type Relay = { stop: () => Promise<void> };

/** Keeps publishing what the collections commit, until stopped; the last round runs after the stop was asked for. */
export function startRelay(collections: Pick<Collection<Identified>, 'topic' | 'pendingEvents' | 'markPublished'>[], events: Events, log: Log): Relay {
  const stopping = new AbortController();
  const round = async (): Promise<number> => {
    let sent = 0;
    for (const collection of collections) sent += await publishPending(collection as Collection<Identified>, events);
    return sent;
  };
  const loop = async (): Promise<void> => {
    let last = false;
    while (!last) {
      last = stopping.signal.aborted;
      const sent = await round().catch((error: unknown) => {
        log.error({ err: error }, 'events wait: the log or the store does not answer');
        return -1;
      });
      if (!last && sent <= 0) await pause(sent < 0 ? RETRY_MS : IDLE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const done = loop();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}
