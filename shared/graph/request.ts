import { createHash, randomUUID } from 'node:crypto';
import { germanDay } from '#shared/calendar/days.ts';
import type { Stamp } from '#shared/documents/documents.ts';
import type { Actor, Identity } from '#shared/identity/identity.ts';

/** The input of a mutation. Repeated with the same `idempotencyKey` it has its effect once. */
export type MutationInput = Record<string, unknown> & { idempotencyKey?: string | null | undefined };

/**
 * One request inside a service: the caller, the instant, and the source of ids and stamps. Rules get these as values.
 */
export type ServiceRequest = Identity & {
  actor: Actor;
  /** The instant of the request, UTC. */
  now: string;
  /** The calendar day in Germany. */
  today: string;
  /**
   * Returns a new id, or with an idempotency key the one that this attempt always gets. `purpose` tells several ids of
   * one attempt apart.
   */
  newId: (purpose?: string) => string;
  /** The stamp of the change that a mutation asks for. Whatever else is written on its way takes it `withoutKey`. */
  stamp: Stamp;
};

export function serviceRequest({ actor, requestId }: Identity, clock: Date): ServiceRequest {
  const request = { actor, requestId, now: clock.toISOString(), today: germanDay(clock) };
  return { ...request, newId: () => randomUUID(), stamp: { requestId, at: request.now } };
}

/** Returns the request as one mutation of its operation sees it: idempotency keys are counted for each of them. */
export function inMutation<Request extends ServiceRequest>(
  request: Request,
  { name, input }: { name: string; input: MutationInput },
): Request {
  if (!input.idempotencyKey) return request;
  const attempt = `${request.actor.id}/${name}/${input.idempotencyKey}`;
  const idempotency = { key: uuidOf(attempt), fingerprint: fingerprint(input) };
  return {
    ...request,
    newId: (purpose = '') => uuidOf(`${attempt}/${purpose}`),
    stamp: { ...request.stamp, idempotency },
  };
}

/** Returns the stamp of a change that a mutation makes beside the one it was asked for. */
export function withoutKey({ requestId, at }: Stamp): Stamp {
  return { requestId, at };
}

/** Returns the UUID that the same text always gets. */
function uuidOf(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

function fingerprint(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}
