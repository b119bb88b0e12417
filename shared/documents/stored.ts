import type { Message } from '#shared/contracts/contract.ts';

/** What an engine stores: the state, and bookkeeping beside it. The outbox holds what is not yet in the log. */
export type Stored<State> = {
  revision: number;
  state: State;
  outbox: Message[];
  /** The latest idempotency keys that changed this document. */
  answered: { key: string; fingerprint: string }[];
  /** Per aggregate, the sequence of the last event that made this view. */
  seen: Record<string, number>;
};
