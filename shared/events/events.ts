import type { Message } from '#shared/contracts/contract.ts';

/**
 * A record as the log hands it over: a message, or bytes that are none, with what is wrong with them. The key is the
 * aggregate's id; of bytes without a key it is the position. The position is unique within its topic and the same at
 * each delivery; its form is the engine's own (`12`, `3/12`): it is compared, never counted with.
 */
export type Delivery =
  | { topic: string; key: string; position: string; message: Message }
  | { topic: string; key: string; position: string; unreadable: string };

/**
 * Handles a delivery and resolves after its effect; then the event does not come again. Rejecting means "not now": the
 * same event comes again after a pause, and later events of the same key wait; other keys go on meanwhile. An event
 * that can never be handled is parked by `shared/delivery/consume.ts`, above this port.
 */
export type Handle = (delivery: Delivery) => Promise<void>;

export type Subscription = {
  /**
   * Resolves when the handler has finished the delivery in hand and everything handled is committed; sooner where the
   * log does not let go: then that delivery comes again.
   */
  stop: () => Promise<void>;
};

/** The event log: at least once, in order for each key. One adapter per engine, one contract suite for all. */
export type Events = {
  /**
   * Resolves when the log has all messages for good. Rejects with `Unavailable` when that is not certain; with another
   * error when the log will never take them as they are.
   */
  publish: (topic: string, messages: readonly Message[]) => Promise<void>;
  /**
   * Rejects with `NotProvisioned`, naming them, when topics are missing, and with a `ConfigError` when the log refuses
   * our settings. A log that needs no topics is always ready.
   */
  ready: (topics: readonly string[]) => Promise<void>;
  /** Reads on for a group; a group that the log has not seen begins with the first event there is. */
  subscribe: (subscription: { topics: readonly string[]; group: string; handle: Handle }) => Promise<Subscription>;
  /** Reads every event that a topic has now, in order for each key, without a group. */
  read: (topic: string) => AsyncIterable<Delivery>;
  /**
   * Returns the last event of each part of a topic that is ordered by itself, without a group; none of an empty part.
   * Rejects with `Unavailable` when the log does not answer.
   */
  latest: (topic: string) => Promise<Delivery[]>;
  /** Counts the events that the group has not yet handled. */
  lag: (group: string, topics: readonly string[]) => Promise<number>;
  /** Sets a group back to the first event of every topic. It must not be subscribed. */
  rewind: (group: string) => Promise<void>;
  close: () => Promise<void>;
};
