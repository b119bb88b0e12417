import type { Comparison } from './fingerprint.ts';

/** Called with what is at hand, and how much of it was done just now. */
export type OnMoveProgress = (what: string, done: number) => void;

/** Takes documents or events of a house to the place that it moves to. Each step may be repeated. */
export type Transfer = {
  what: 'documents' | 'events';
  /**
   * Rejects with `MoveRefused` when a service runs on the target, or when it holds anything that is not of this house.
   * Writes no document and no event.
   */
  inspectTarget: () => Promise<void>;
  /**
   * Marks the target as this house's, before anything else is written. Rejects with `MoveRefused` when it is another's.
   */
  claimTarget: (house: string) => Promise<void>;
  move: (onProgress: OnMoveProgress) => Promise<void>;
  /** Reads both sides anew. */
  compareSides: (onProgress: OnMoveProgress) => Promise<Comparison[]>;
  close: () => Promise<void>;
};
