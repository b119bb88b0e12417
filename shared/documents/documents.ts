import type { Schema } from 'mongoose';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import type { Page, PageOf, Where } from './query.ts';
import type { Stored } from './stored.ts';

/** Everything stored is plain data with an id. */
export type Identified = { id: string };

/**
 * What a command answers: the new state and what is to be said about it. The same state and no events: nothing
 * happened.
 */
export type Decision<State, Event extends { type: string; data: object } = { type: string; data: object }> = {
  state: State;
  events: Event[];
};

/** Who asked, when, and under which idempotency key. Comes from the request, never from a rule. */
export type Stamp = {
  requestId: string;
  /** Now, UTC. */
  at: string;
  /** `key` names the attempt, unique per user and operation; `fingerprint` is a hash of the input. */
  idempotency?: { key: string; fingerprint: string };
};

/** What became of an index, and how long it took. */
export type IndexChange = { collection: string; index: string; did: 'added' | 'removed'; ms: number };

/**
 * Where a service keeps its aggregates and its views. One adapter per engine, one contract suite for all. Everything
 * that asks the store rejects with `Unavailable` when it does not answer in time.
 */
export type Documents = {
  /** Declares a collection. With a contract it holds aggregates: every change says an event. Without, it is a view. */
  collection: <State extends Identified>(name: string, schema: Schema<State>, contract?: Contract) => Collection<State>;
  /** The names of all collections in the store, declared here or not. */
  names: () => Promise<string[]>;
  /**
   * Everything a collection holds, with its bookkeeping, in the order of the ids; nothing where there is no such
   * collection. For those who check or move a whole house.
   */
  records: (name: string) => AsyncIterable<{ id: string } & Stored<Identified>>;
  /**
   * Makes the indexes that the declarations ask for and that are not there yet, then removes those that a former
   * version declared, unless they are to be kept. A step of its own where several processes share the store. Returns
   * what it did.
   */
  prepare: (undeclared?: 'remove' | 'keep') => Promise<IndexChange[]>;
  /** Call after the last declaration. Rejects with `NotProvisioned`, naming them, when indexes are not there. */
  ready: () => Promise<void>;
  /**
   * Takes or renews, by the store's clock, what one of several replicas may do at a time. Answers a token that grows
   * with every new holder, or null while somebody else holds it. `seconds: 0` gives it back.
   */
  lease: (name: string, holder: string, seconds: number) => Promise<number | null>;
  /** Rejects with `Unavailable` when the store does not answer. */
  ping: () => Promise<void>;
  /** Ends every connection. Whatever is asked afterwards is rejected. */
  close: () => Promise<void>;
};

export type Collection<State extends Identified> = {
  readonly name: string;
  /** The topic its events go to; undefined for a view. */
  readonly topic: string | undefined;
  /** The state, or null where there is none. */
  get: (id: string) => Promise<State | null>;
  /** In the order of `ids`, `null` where there is none. */
  getMany: (ids: readonly string[]) => Promise<(State | null)[]>;
  /**
   * One page, in the order asked for; ties, and pages without an order, go by id. Rejects with INVALID_CURSOR when
   * `after` is no cursor of this collection with this filter and order.
   */
  find: (page: Page) => Promise<PageOf<State>>;
  /** How many meet all conditions now. */
  count: (where: Where) => Promise<number>;
  /**
   * Loads, decides, and writes state and outbox in one atomic step guarded by the revision. A lost race is decided
   * again on the new state. A repeated idempotency key answers the state without deciding; the same key with another
   * input is refused with IDEMPOTENCY_KEY_REUSED. A state its schema does not accept is refused with INVALID_INPUT,
   * one that repeats a value which an index keeps unique with ALREADY_EXISTS. Rejects with `Unavailable` also when
   * others are faster time and again, and when too many events wait in the outbox; then nothing was written.
   */
  change: (id: string, decide: (state: State | null) => Decision<State>, stamp: Stamp) => Promise<State>;
  /**
   * For views: what `event` makes of the state. An event this document has seen, or an older one of the same aggregate,
   * changes nothing.
   */
  project: (id: string, event: Message, evolve: (state: State | null) => State) => Promise<void>;
  /** How many events the aggregate has committed, said or not: the sequence of its last one; 0 where there is none. */
  sequenceOf: (id: string) => Promise<number>;
  /** At most `limit` committed events that are not yet in the log, oldest first for each aggregate. */
  pendingEvents: (limit: number) => Promise<Message[]>;
  /** Takes acknowledged events out of the outboxes. Unknown or repeated ids change nothing. */
  markPublished: (events: readonly Message[]) => Promise<void>;
  /** Removes every document of a view, so that it can be built again. Refused for aggregates. */
  clear: () => Promise<void>;
};
