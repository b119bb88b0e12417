import { assertInContract, type Contract, type Message } from '#shared/contracts/contract.ts';
import { Refusal, Unavailable } from '#shared/refusal.ts';
import type { Decision, Identified, Stamp } from './documents.ts';
import type { Stored } from './stored.ts';

/** Bounds the outbox, so that a log that stays away cannot make a document grow without bound. */
const OUTBOX_LIMIT = 200;
const KEYS_KEPT = 50;

/** Makes the refusal of any unique index; a service that knows what it means says it in its own words. */
export function alreadyExists(): Refusal {
  return new Refusal('ALREADY_EXISTS', 'There is one already that has a value which only one may have.');
}

/** True when the key was answered before. The same key with another input is a mistake of the caller. */
export function isRepeated(stored: Stored<unknown> | null, { idempotency }: Stamp): boolean {
  const answered = stored?.answered.filter(({ key }) => key === idempotency?.key) ?? [];
  if (answered.some(({ fingerprint }) => fingerprint !== idempotency?.fingerprint)) {
    throw new Refusal(
      'IDEMPOTENCY_KEY_REUSED',
      'this key was used with another input; use a new key for a new request.',
      'idempotencyKey',
    );
  }
  return answered.length > 0;
}

/**
 * Returns the record after a decision, or the same one when nothing happened. The revision counts the events: it is the
 * sequence of the last one.
 */
export function afterDecision<State extends Identified>(
  stored: Stored<State> | null,
  decision: Decision<State>,
  { stamp, contract }: { stamp: Stamp; contract: Contract | undefined },
): Stored<State> | null {
  if (decision.state === stored?.state && decision.events.length === 0) return stored;
  if (contract && decision.events.length === 0) throw new Error(`a change of ${contract.topic} that says nothing`);

  const outbox = [...(stored?.outbox ?? []), ...messages(stored, decision, { stamp, contract })];
  if (outbox.length > OUTBOX_LIMIT) throw new Unavailable('the event log has been away for too long');
  return {
    revision: (stored?.revision ?? 0) + Math.max(1, decision.events.length),
    state: decision.state,
    outbox,
    answered: [...(stored?.answered ?? []), ...(stamp.idempotency ? [stamp.idempotency] : [])].slice(-KEYS_KEPT),
    seen: stored?.seen ?? {},
  };
}

/**
 * Throws when an event that is about to be written breaks its contract. Asked after the shape of the state was checked:
 * what a user sent wrongly is a refusal; an event against its contract is a bug of ours.
 */
export function assertEventsInContract(
  before: Stored<unknown> | null,
  after: Stored<unknown>,
  contract: Contract | undefined,
): void {
  if (!contract) return;
  for (const event of after.outbox.slice(before?.outbox.length ?? 0)) assertInContract(contract, event);
}

function messages(
  stored: Stored<Identified> | null,
  { state, events }: Decision<Identified>,
  { stamp, contract }: { stamp: Stamp; contract: Contract | undefined },
): Message[] {
  if (!contract) return [];
  return events.map(({ type, data }, position) => {
    const sequence = (stored?.revision ?? 0) + position + 1;
    return {
      id: `${state.id}.${sequence}`,
      type,
      source: `/${contract.topic.split('.')[0] ?? ''}`,
      subject: state.id,
      sequence,
      time: stamp.at,
      requestid: stamp.requestId,
      // A copy as JSON would carry it: absent stays absent, and nobody else holds on to it.
      data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
    };
  });
}

/** Returns the view after an event, or null when it has seen this event before. */
export function afterEvent<State>(
  stored: Stored<State> | null,
  event: Message,
  evolve: (state: State | null) => State,
): Stored<State> | null {
  if ((stored?.seen[event.subject] ?? 0) >= event.sequence) return null;
  return {
    revision: (stored?.revision ?? 0) + 1,
    state: evolve(stored?.state ?? null),
    outbox: [],
    answered: [],
    seen: { ...stored?.seen, [event.subject]: event.sequence },
  };
}
