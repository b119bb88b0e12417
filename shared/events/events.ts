import type { Message } from '#shared/contracts/contract.ts';

/**
 * What the log hands over: a message, or bytes that are none, with what is wrong with them. The key is the aggregate's
 * id; of bytes without a key it is the position. The position is unique within its topic and the same at each delivery;
 * what it looks like is the engine's own (`12`, `3/12`): it is compared, never counted with.
 */
export type Delivery =
  | { topic: string; key: string; position: string; message: Message }
  | { topic: string; key: string; position: string; unreadable: string };

/**
 * Has the effect and resolves; then the event is done with. Rejecting means "not now": the same event comes again
 * after a pause, and what is behind it of the same key waits; other keys go on meanwhile. What can never be handled is
 * parked by `consume.ts`, above this port.
 */
export type Handle = (delivery: Delivery) => Promise<void>;

export type Subscription = {
  /**
   * Resolves when the handler is done with what it was doing, and everything it did is committed; sooner where the log
   * does not let go: then it comes again.
   */
  stop: () => Promise<void>;
};

/** The event log: at least once, in order for each key. One adapter per engine, one contract suite for all. */
export type Events = {
  /**
   * Resolves when the log has all messages for good. Rejects with `Unavailable` when it cannot be known that it has;
   * with another error when it will never take them as they are.
   */
  publish: (topic: string, messages: readonly Message[]) => Promise<void>;
  /**
   * Rejects with `NotProvisioned`, naming them, when topics are not there, and with a `ConfigError` when the log
   * refuses us as we are set up. A log that needs no topics is always ready.
   */
  ready: (topics: readonly string[]) => Promise<void>;
  /** Begins, for a group the log has not seen, with the first event there is. */
  subscribe: (subscription: { topics: readonly string[]; group: string; handle: Handle }) => Promise<Subscription>;
  /** Every event of a topic as it is now, in order for each key, without a group. */
  read: (topic: string) => AsyncIterable<Delivery>;
  /**
   * The last event of each part of a topic that is kept in order by itself, without a group; none of an empty one.
   * Rejects with `Unavailable` when the log does not answer.
   */
  latest: (topic: string) => Promise<Delivery[]>;
  /** How many events the group has not yet handled. */
  lag: (group: string, topics: readonly string[]) => Promise<number>;
  /** The group begins again with the first event of every topic. It must not be subscribed. */
  rewind: (group: string) => Promise<void>;
  close: () => Promise<void>;
};
