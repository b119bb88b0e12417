import { setTimeout as pause } from 'node:timers/promises';
import type { Collection, Documents, Identified } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import type { Message } from '#shared/contracts/contract.ts';
import type { Log } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';

/** Events in one round: more than one aggregate may keep waiting, so that one alone never fills it. */
const BATCH = 500;
/**
 * Between two looks at collections that say nothing: longer each time, so that a quiet service leaves its store alone.
 */
const IDLE_MS = 50;
const LONGEST_IDLE_MS = 200;
const RETRY_MS = 1000;
const NOT_NOW = -1;

/** Publishes committed events in order, at least once. Returns how many were sent. */
export async function publishPending(
  collection: Says,
  events: Events,
  onUnsayable: OnUnsayable = rethrown,
): Promise<number> {
  const { topic } = collection;
  const pending = await collection.pendingEvents(BATCH);
  if (pending.length === 0 || topic === undefined) return 0;

  // Order matters only within one aggregate: its revision is the clock, wall time is not.
  const sent = await events.publish(topic, pending).then(
    () => pending,
    (error: unknown) => {
      if (error instanceof Unavailable) throw error;
      return publishEach({ topic, pending, events, onUnsayable });
    },
  );
  // A crash right here sends the batch again. Consumers recognise an event by its id.
  await collection.markPublished(sent);
  return sent.length;
}

/**
 * Told of the first event of an aggregate that the log will never take: this aggregate waits for a person, the others
 * go on.
 */
type OnUnsayable = (event: Message, error: unknown) => void;

function rethrown(_: Message, error: unknown): never {
  throw error;
}

/** One aggregate after the other, so that one that cannot be said holds back nobody else. Answers what was sent. */
async function publishEach({
  topic,
  pending,
  events,
  onUnsayable,
}: {
  topic: string;
  pending: Message[];
  events: Events;
  onUnsayable: OnUnsayable;
}): Promise<Message[]> {
  const sent: Message[] = [];
  for (const ofOne of Map.groupBy(pending, ({ subject }) => subject).values()) {
    for (const event of ofOne) {
      const problem = await events.publish(topic, [event]).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof Unavailable) throw error;
          onUnsayable(event, error);
          return error;
        },
      );
      if (problem !== undefined) break;
      sent.push(event);
    }
  }
  return sent;
}

export type Relay = { stop: () => Promise<void> };
type Says = Pick<Collection<Identified>, 'topic' | 'pendingEvents' | 'markPublished'>;
export type RelayOf = {
  collections: readonly Says[];
  documents: Pick<Documents, 'lease'>;
  events: Events;
  log: Log;
  replica: string;
};

/**
 * Keeps publishing what the collections commit, until stopped; the last round runs after the stop was asked for. Of
 * several replicas one relays. A former one that wakes up late can only repeat what was sent before it, in order.
 */
export function startRelay({ collections, documents, events, log, replica }: RelayOf): Relay {
  const stopping = new AbortController();
  const turn = leased(documents, replica);
  const round = async (): Promise<number> => {
    if (!(await turn.mine())) return 0;
    let [sent, unsayable] = [0, 0];
    const rounds = await Promise.allSettled(
      collections.map(async (collection) => {
        sent += await publishPending(collection, events, ({ type, subject, sequence }, error) => {
          unsayable += 1;
          log.error({ err: error, type, subject, sequence }, 'an event cannot be published: its aggregate waits');
        });
      }),
    );
    // What one collection could send was sent, whatever became of the others.
    for (const each of rounds) if (each.status === 'rejected') throw each.reason;
    return sent === 0 && unsayable > 0 ? NOT_NOW : sent;
  };
  const loop = async (): Promise<void> => {
    let last = false;
    let idleMs = IDLE_MS;
    while (!last) {
      last = stopping.signal.aborted;
      const sent = await round().catch((error: unknown) => {
        log.error({ err: error }, 'events wait: the log or the store does not answer');
        return NOT_NOW;
      });
      if (!last && sent <= 0)
        await pause(sent === NOT_NOW ? RETRY_MS : idleMs, undefined, { signal: stopping.signal }).catch(
          () => undefined,
        );
      idleMs = sent === 0 ? Math.min(idleMs * 2, LONGEST_IDLE_MS) : IDLE_MS;
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
function leased(
  documents: Pick<Documents, 'lease'>,
  holder: string,
): { mine: () => Promise<boolean>; giveBack: () => Promise<unknown> } {
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
