import type { Schema } from 'mongoose';
import type { Contract, Message } from '#shared/contracts/contract.ts';
import type { Page, PageOf, Where } from './query.ts';
import type { Stored } from './stored.ts';

/** The state of a document: plain data with an id. */
export type Identified = { id: string };

/** The answer of a command: the new state and the events about it. The same state without events: nothing happened. */
export type Decision<State, Event extends { type: string; data: object } = { type: string; data: object }> = {
  state: State;
  events: Event[];
};

/**
 * The request behind a change: its id, its instant and its idempotency key. Comes from the request, never from a rule.
 */
export type Stamp = {
  requestId: string;
  /** The instant of the request, UTC. */
  at: string;
  /** `key` names the attempt, unique per user and operation; `fingerprint` is a hash of the input. */
  idempotency?: { key: string; fingerprint: string };
};

/** An index that was added or removed, and how long that took. */
export type IndexChange = { collection: string; index: string; did: 'added' | 'removed'; ms: number };

/**
 * The store of a service's aggregates and views. One adapter per engine, one contract suite for all. Everything that
 * asks the store rejects with `Unavailable` when it does not answer in time.
 */
export type Documents = {
  /** Declares a collection. With a contract it holds aggregates: every change says an event. Without, it is a view. */
  collection: <State extends Identified>(name: string, schema: Schema<State>, contract?: Contract) => Collection<State>;
  /** Returns the names of all collections in the store, declared here or not. */
  names: () => Promise<string[]>;
  /**
   * Reads everything a collection holds, with its bookkeeping, in the order of the ids; nothing where there is no such
   * collection. For those who check or move a whole house.
   */
  records: (name: string) => AsyncIterable<{ id: string } & Stored<Identified>>;
  /**
   * Adds the indexes that the declarations ask for and that are missing, then removes those that a former version
   * declared, unless they are to be kept. A step of its own where several processes share the store. Returns the
   * changes.
   */
  prepare: (undeclared?: 'remove' | 'keep') => Promise<IndexChange[]>;
  /**
   * Rejects with `NotProvisioned`, naming them, when declared indexes are missing. Called after the last declaration.
   */
  ready: () => Promise<void>;
  /**
   * Takes or renews a lease, by the store's clock: the right to do what one of several replicas may do at a time.
   * Returns a token that grows with every new holder, or null while somebody else holds the lease. `seconds: 0` gives
   * it back.
   */
  lease: (name: string, holder: string, seconds: number) => Promise<number | null>;
  /** Rejects with `Unavailable` when the store does not answer. */
  ping: () => Promise<void>;
  /** Closes every connection; the store rejects what is asked of it afterwards. */
  close: () => Promise<void>;
};

/** One kind of document in the store, e.g. all cases. */
export type Collection<State extends Identified> = {
  readonly name: string;
  /** The topic of its events; undefined for a view. */
  readonly topic: string | undefined;
  /** Returns the state, or null where there is no document with this id. */
  get: (id: string) => Promise<State | null>;
  /** Returns the states in the order of `ids`, null where there is no document. */
  getMany: (ids: readonly string[]) => Promise<(State | null)[]>;
  /**
   * Returns one page, in the order asked for; ties, and pages without an order, go by id. Rejects with INVALID_CURSOR
   * when `after` is no cursor of this collection with this filter and order.
   */
  find: (page: Page) => Promise<PageOf<State>>;
  /** Counts the documents that meet all conditions now. */
  count: (where: Where) => Promise<number>;
  /**
   * Loads, decides, and writes state and outbox in one atomic step guarded by the revision. A lost race is decided
   * again on the new state. A repeated idempotency key answers the state without deciding; the same key with another
   * input is refused with IDEMPOTENCY_KEY_REUSED. A state its schema does not accept is refused with INVALID_INPUT,
   * one that repeats a value which an index keeps unique with ALREADY_EXISTS. Rejects with `Unavailable` also when
   * other writers are faster time and again, and when too many events wait in the outbox; then nothing was written.
   */
  change: (id: string, decide: (state: State | null) => Decision<State>, stamp: Stamp) => Promise<State>;
  /**
   * Writes into a view what `event` makes of its state. An event this document has seen, or an older one of the same
   * aggregate, changes nothing.
   */
  project: (id: string, event: Message, evolve: (state: State | null) => State) => Promise<void>;
  /** Returns the sequence of the aggregate's last event, published or not; 0 where there is none. */
  sequenceOf: (id: string) => Promise<number>;
  /** Returns at most `limit` committed events that are not yet in the log, oldest first for each aggregate. */
  pendingEvents: (limit: number) => Promise<Message[]>;
  /** Removes acknowledged events from the outboxes. Unknown or repeated ids change nothing. */
  markPublished: (events: readonly Message[]) => Promise<void>;
  /** Removes every document of a view, so that it can be built again. Refused for aggregates. */
  clear: () => Promise<void>;
};
