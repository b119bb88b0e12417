import { setTimeout as pause } from 'node:timers/promises';
import type { Documents } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import type { Log } from '#shared/log.ts';
import { publishPending, type Outbox } from './publish-pending.ts';

/** The pause between two looks at empty outboxes: longer each time, so that a quiet service leaves its store alone. */
const IDLE_MS = 50;
const LONGEST_IDLE_MS = 200;
const RETRY_MS = 1000;
const RETRY_LATER = -1;

export type Relay = { stop: () => Promise<void> };
export type RelayParts = {
  outboxes: readonly Outbox[];
  documents: Pick<Documents, 'lease'>;
  events: Events;
  log: Log;
  replica: string;
};

/**
 * Publishes the events of the outboxes until it is stopped; the last round runs after the stop was asked for. Of
 * several replicas one relays. A former one that wakes up late can only repeat what was sent before it, in order.
 */
export function startRelay(relay: RelayParts): Relay {
  const stopping = new AbortController();
  const done = publishUntil(stopping.signal, relay);
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

async function publishUntil(stop: AbortSignal, relay: RelayParts): Promise<void> {
  const turn = takeTurns(relay.documents, relay.replica);
  let last = false;
  let idleMs = IDLE_MS;
  while (!last) {
    last = stop.aborted;
    const sent = await publishRound(relay, turn).catch((error: unknown) => {
      relay.log.error({ err: error }, 'events wait: the log or the store does not answer');
      return RETRY_LATER;
    });
    if (!last && sent <= 0)
      await pause(sent === RETRY_LATER ? RETRY_MS : idleMs, undefined, { signal: stop }).catch(() => undefined);
    idleMs = sent === 0 ? Math.min(idleMs * 2, LONGEST_IDLE_MS) : IDLE_MS;
  }
  await turn.giveBack().catch(() => undefined);
}

/** Publishes all outboxes once. Returns how many events were sent; `RETRY_LATER` when none could be. */
async function publishRound({ outboxes, events, log }: RelayParts, turn: Turn): Promise<number> {
  if (!(await turn.isOurs())) return 0;
  let [sent, unpublishable] = [0, 0];
  const rounds = await Promise.allSettled(
    outboxes.map(async (outbox) => {
      sent += await publishPending(outbox, events, ({ type, subject, sequence }, error) => {
        unpublishable += 1;
        log.error({ err: error, type, subject, sequence }, 'an event cannot be published: its aggregate waits');
      });
    }),
  );
  // What one outbox could send was sent, whatever became of the others.
  for (const round of rounds) if (round.status === 'rejected') throw round.reason;
  return sent === 0 && unpublishable > 0 ? RETRY_LATER : sent;
}

const LEASE_SECONDS = 8;
const ASK_AGAIN_MS = 2000;

type Turn = { isOurs: () => Promise<boolean>; giveBack: () => Promise<unknown> };

/**
 * Makes the turns of replicas: asks now and then whose turn it is. Another replica follows a dead relay within the
 * lease's time.
 */
function takeTurns(documents: Pick<Documents, 'lease'>, holder: string): Turn {
  let askAgainAt = 0;
  let token: number | null = null;
  return {
    isOurs: async () => {
      if (performance.now() >= askAgainAt) {
        token = await documents.lease('relay', holder, LEASE_SECONDS);
        askAgainAt = performance.now() + ASK_AGAIN_MS;
      }
      return token !== null;
    },
    giveBack: async () => token !== null && documents.lease('relay', holder, 0),
  };
}
