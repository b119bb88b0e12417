import { Schema } from 'mongoose';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { Unavailable } from '#shared/refusal.ts';
import type { Slot, Views, ViewsBySlot } from './views.ts';

/**
 * Says which set of views answers queries. While `standStill` is set nothing is written to it, as the other set is
 * about to take its place; whoever set the mark renews it every few seconds.
 */
export type Generation = { id: string; current: Slot; standStill?: string };

const generationSchema = new Schema<Generation>(
  {
    id: { type: String, required: true },
    current: { type: String, enum: ['a', 'b'], required: true },
    standStill: { type: String },
  },
  { _id: false },
);

const ID = 'views';
const FIRST: Generation = { id: ID, current: 'a' };
/** A mark that stays the same for so long, by the clock of whoever waits, was left by one that is gone. */
const GONE_MS = 30_000;

export type Generations = {
  /** The views that answer now. */
  answering: () => Promise<Views>;
  /**
   * The views that take in events now; rejects with `Unavailable` while they stand still, so that the event comes
   * again.
   */
  listening: () => Promise<Views>;
  current: () => Promise<Slot>;
  /** Sets the mark, or replaces `former` by it. False when `former` has gone: then events may have been missed. */
  standStill: (mark: string, former?: string) => Promise<boolean>;
  goOn: (mark: string) => Promise<void>;
  /**
   * From here the other views answer. False when the mark is not there any more: then events may have passed them by.
   */
  switchTo: (slot: Slot, mark: string) => Promise<boolean>;
};

export type Clock = () => Date;

/** `elapsed`: milliseconds since some moment, by a clock that nobody sets. */
type Settings = { views: ViewsBySlot; clock: Clock; goneMs?: number; elapsed?: () => number };

/**
 * No clock is compared with another machine's: whoever waits measures for itself how long a mark has stayed the same.
 */
export function generations(
  documents: Documents,
  { views, clock, goneMs = GONE_MS, elapsed = () => performance.now() }: Settings,
): Generations {
  const { read, change } = storedGeneration(documents, clock);
  const goOn = (mark: string) =>
    change((former) => (former.standStill === mark ? { id: ID, current: former.current } : former));
  const isGone = unmoved(goneMs, elapsed);
  return {
    answering: async () => views[(await read()).current],
    listening: async () => {
      const { current, standStill } = await read();
      if (standStill === undefined) return views[current];
      // Taken away in the store, so that whoever set it and wakes up late does not switch any more.
      if (isGone(standStill)) await goOn(standStill);
      throw new Unavailable('the views are about to be switched');
    },
    current: async () => (await read()).current,
    standStill: async (mark, former) => {
      const after = await change((before) =>
        former === undefined || before.standStill === former
          ? { id: ID, current: before.current, standStill: mark }
          : before,
      );
      return after.standStill === mark;
    },
    goOn: async (mark) => void (await goOn(mark)),
    switchTo: async (slot, mark) => {
      const after = await change((before) => (before.standStill === mark ? { id: ID, current: slot } : before));
      return after.current === slot;
    },
  };
}

function storedGeneration(documents: Documents, clock: Clock) {
  const stored = documents.collection('generation', generationSchema);
  const stamp = (): Stamp => ({ requestId: 'rebuild', at: clock().toISOString() });
  return {
    read: async (): Promise<Generation> => (await stored.get(ID)) ?? FIRST,
    change: (decide: (former: Generation) => Generation): Promise<Generation> =>
      stored.change(ID, (former) => ({ state: decide(former ?? FIRST), events: [] }), stamp()),
  };
}

/** True when a mark has been there for so long, without another one in its place. */
function unmoved(forMs: number, elapsed: () => number): (mark: string) => boolean {
  let seen: { mark: string; since: number } | undefined;
  return (mark) => {
    if (seen?.mark !== mark) seen = { mark, since: elapsed() };
    return elapsed() - seen.since >= forMs;
  };
}
