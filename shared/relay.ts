import { setTimeout as pause } from 'node:timers/promises';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import type { Log } from '#shared/log.ts';

const BATCH = 100;
const IDLE_MS = 50;
const RETRY_MS = 1000;

/** Publishes committed events in order, at least once. Returns how many were sent. */
export async function publishPending(collection: Says, events: Events): Promise<number> {
  const pending = await collection.pendingEvents(BATCH);
  if (pending.length === 0 || collection.topic === undefined) return 0;

  // Order matters only within one aggregate: its revision is the clock, wall time is not.
  await events.publish(collection.topic, pending);
  // A crash right here sends the batch again. Consumers recognise an event by its id.
  await collection.markPublished(pending);
  return pending.length;
}

export type Relay = { stop: () => Promise<void> };
type Says = Pick<Collection<Identified>, 'topic' | 'pendingEvents' | 'markPublished'>;
export type RelayOf = { collections: readonly Says[]; documents: Pick<Documents, 'lease'>; events: Events; log: Log; replica: string };

/**
 * Keeps publishing what the collections commit, until stopped; the last round runs after the stop was asked for. Of
 * several replicas one relays. A former one that wakes up late can only repeat what was sent before it, in order.
 */
export function startRelay({ collections, documents, events, log, replica }: RelayOf): Relay {
  const stopping = new AbortController();
  const turn = leased(documents, replica);
  const round = async (): Promise<number> => {
    if (!(await turn.mine())) return 0;
    let sent = 0;
    for (const collection of collections) sent += await publishPending(collection, events);
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
    await turn.giveBack().catch(() => undefined);
  };
  const done = loop();
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

const LEASE_SECONDS = 8;
const ASK_AGAIN_MS = 2000;

/** Whose turn it is, asked again now and then: a dead relay is followed within the lease's time. */
function leased(documents: Pick<Documents, 'lease'>, holder: string): { mine: () => Promise<boolean>; giveBack: () => Promise<unknown> } {
  let askAgainAt = 0;
  let token: number | null = null;
  return {
    mine: async () => {
      if (performance.now() >= askAgainAt) {
        token = await documents.lease('relay', holder, LEASE_SECONDS);
        askAgainAt = performance.now() + ASK_AGAIN_MS;
      }
      return token !== null;
    },
    giveBack: async () => token !== null && documents.lease('relay', holder, 0),
  };
}
