import { Schema } from 'mongoose';
import type { Documents, Stamp } from '#shared/documents/documents.ts';
import { Unavailable } from '#shared/refusal.ts';
import type { Slot, Views, ViewsBySlot } from './views/views.ts';

/** Which set of views answers. `standStillUntil`: until then nothing is added to it, because another one takes its place. */
export type Generation = { id: string; current: Slot; standStillUntil?: string };

const generationSchema = new Schema<Generation>(
  { id: { type: String, required: true }, current: { type: String, enum: ['a', 'b'], required: true }, standStillUntil: { type: String } },
  { _id: false },
);

const ID = 'views';
const FIRST: Generation = { id: ID, current: 'a' };

export type Generations = {
  /** The views that answer now. */
  answering: () => Promise<Views>;
  /** The views that take in events now; rejects with `Unavailable` while they stand still, so that the event comes again. */
  listening: () => Promise<Views>;
  current: () => Promise<Slot>;
  standStill: (until: string) => Promise<void>;
  goOn: () => Promise<void>;
  /** From here the other views answer. False when the stand-still ran out meanwhile: then events may have passed them by. */
  switchTo: (slot: Slot) => Promise<boolean>;
};

export type Clock = () => Date;

export function generations(documents: Documents, { views, clock }: { views: ViewsBySlot; clock: Clock }): Generations {
  const stored = documents.collection('generation', generationSchema);
  const read = async (): Promise<Generation> => (await stored.get(ID)) ?? FIRST;
  const now = (): string => clock().toISOString();
  const stamp = (): Stamp => ({ requestId: 'rebuild', at: now() });
  const change = (decide: (known: Generation) => Generation) => stored.change(ID, (known) => ({ state: decide(known ?? FIRST), events: [] }), stamp());
  return {
    answering: async () => views[(await read()).current],
    listening: async () => {
      const { current, standStillUntil } = await read();
      if (standStillUntil !== undefined && standStillUntil > now()) throw new Unavailable('the views are about to be switched');
      return views[current];
    },
    current: async () => (await read()).current,
    standStill: async (standStillUntil) => void (await change((known) => ({ ...known, standStillUntil }))),
    goOn: async () => void (await change(({ id, current }) => ({ id, current }))),
    switchTo: async (slot) => {
      const after = await change((known) => ((known.standStillUntil ?? '') > now() ? { id: ID, current: slot } : known));
      return after.current === slot;
    },
  };
}
