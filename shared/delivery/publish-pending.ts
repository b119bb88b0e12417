import type { Collection, Identified } from '#shared/documents/documents.ts';
import type { Events } from '#shared/events/events.ts';
import type { Message } from '#shared/contracts/contract.ts';
import { Unavailable } from '#shared/refusal.ts';

/** The events of one round: many aggregates may wait, so that one alone never fills a round. */
const BATCH = 500;

/** A collection of aggregates, as far as its outbox goes. */
export type Outbox = Pick<Collection<Identified>, 'topic' | 'pendingEvents' | 'markPublished'>;

/**
 * Receives the first event of an aggregate that the log will never take: this aggregate waits for a person, the others
 * go on.
 */
export type OnUnpublishable = (event: Message, error: unknown) => void;

/** Publishes committed events in order, at least once. Returns how many were sent. */
export async function publishPending(
  outbox: Outbox,
  events: Events,
  onUnpublishable: OnUnpublishable = rethrow,
): Promise<number> {
  const { topic } = outbox;
  const pending = await outbox.pendingEvents(BATCH);
  if (pending.length === 0 || topic === undefined) return 0;

  // Order matters only within one aggregate: its revision is the clock, wall time is not.
  const sent = await events.publish(topic, pending).then(
    () => pending,
    (error: unknown) => {
      if (error instanceof Unavailable) throw error;
      return publishByAggregate({ topic, pending, events, onUnpublishable });
    },
  );
  // A crash right here sends the batch again. Consumers recognise an event by its id.
  await outbox.markPublished(sent);
  return sent.length;
}

function rethrow(_: Message, error: unknown): never {
  throw error;
}

type Publication = { topic: string; pending: Message[]; events: Events; onUnpublishable: OnUnpublishable };

/**
 * Publishes one aggregate after the other, so that one that cannot be published holds back nobody else. Returns the
 * published events.
 */
async function publishByAggregate({ topic, pending, events, onUnpublishable }: Publication): Promise<Message[]> {
  const sent: Message[] = [];
  for (const ofAggregate of Map.groupBy(pending, ({ subject }) => subject).values()) {
    for (const event of ofAggregate) {
      const problem = await events.publish(topic, [event]).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof Unavailable) throw error;
          onUnpublishable(event, error);
          return error;
        },
      );
      if (problem !== undefined) break;
      sent.push(event);
    }
  }
  return sent;
}
