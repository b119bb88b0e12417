import { createHash, randomUUID } from 'node:crypto';
import { germanDay } from '#shared/days.ts';
import type { Stamp } from '#shared/documents/documents.ts';
import type { Actor, Identity } from '#shared/identity.ts';

/** What a mutation's input may carry: repeated with the same key, it has its effect once. */
export type Repeatable = { idempotencyKey?: string | null | undefined };

/** One request inside a service: who asks, when, and where ids and stamps come from. Rules get these as values. */
export type ServiceRequest = Identity & {
  actor: Actor;
  /** UTC. */
  now: string;
  /** The calendar day in Germany. */
  today: string;
  /** A new id, or with an idempotency key the one that this attempt always gets. `purpose` tells several ids of one attempt apart. */
  newId: (input: Repeatable, purpose?: string) => string;
  stamp: (input: Repeatable) => Stamp;
};

export function serviceRequest({ actor, requestId }: Identity, clock: Date): ServiceRequest {
  const request = { actor, requestId, now: clock.toISOString(), today: germanDay(clock) };
  return { ...request, ...attemptsAt('query', request) };
}

/** The request as one mutation of its operation sees it: idempotency keys are counted for each of them. */
export function within<Request extends ServiceRequest>(mutation: string, request: Request): Request {
  return { ...request, ...attemptsAt(mutation, request) };
}

function attemptsAt(
  operation: string,
  { actor, requestId, now }: Pick<ServiceRequest, 'actor' | 'requestId' | 'now'>,
): Pick<ServiceRequest, 'newId' | 'stamp'> {
  const attempt = (key: string): string => `${actor.id}/${operation}/${key}`;
  return {
    newId: ({ idempotencyKey }, purpose = '') =>
      idempotencyKey ? uuidOf(`${attempt(idempotencyKey)}/${purpose}`) : randomUUID(),
    stamp: (input) => ({
      requestId,
      at: now,
      ...(input.idempotencyKey && {
        idempotency: { key: uuidOf(attempt(input.idempotencyKey)), fingerprint: fingerprint(input) },
      }),
    }),
  };
}

/** A UUID that the same text always gets. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function fingerprint(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}
