import { setTimeout as pause } from 'node:timers/promises';
import type { Contract } from '#shared/contracts/contract.ts';
import { Unavailable } from '#shared/refusal.ts';
import type { Collection, Identified } from './documents.ts';
import { inTurn } from './in-turn.ts';
import { assertEventsInContract, afterDecision, isRepeated, afterEvent } from './record.ts';
import type { Stored } from './stored.ts';

/** A record as it was loaded and as it is to be stored. */
export type RecordChange<State> = { id: string; before: Stored<State> | null; after: Stored<State> };

type Records<State> = {
  name: string;
  contract: Contract | undefined;
  validate: (state: State) => Promise<void>;
  load: (id: string) => Stored<State> | null | Promise<Stored<State> | null>;
  /** False when another writer was faster: then nothing was written. */
  store: (step: RecordChange<State>) => Promise<boolean>;
  /** About how long one write takes. */
  writeMs: number;
};

/** Other replicas win a race now and then; losing this often in a row means overload. */
const ATTEMPTS = 50;

/** Writes records on any engine: loads, decides, and stores under the guard of the revision; a lost race is decided again. */
export function recordWriter<State extends Identified>({
  name,
  contract,
  validate,
  load,
  store,
  writeMs,
}: Records<State>): Pick<Collection<State>, 'change' | 'project'> {
  const turn = inTurn();
  const write = (id: string, evolve: (stored: Stored<State> | null) => Stored<State> | null): Promise<State | null> =>
    turn(id, async () => {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const before = await load(id);
        const after = evolve(before);
        if (after === before || after === null) return before?.state ?? null;
        await validate(after.state);
        assertEventsInContract(before, after, contract);
        if (await store({ id, before, after })) return after.state;
        // A moment of chance, or the same replica would win every time.
        await pause(Math.random() * writeMs);
      }
      throw new Unavailable(`${name}: too many writers at once`);
    });
  return {
    change: async (id, decide, stamp) => {
      const state = await write(id, (stored) => {
        if (isRepeated(stored, stamp)) return stored;
        const decision = decide(stored?.state ?? null);
        if (decision.state.id !== id) throw new Error(`${name}: a decision about another document`);
        return afterDecision(stored, decision, { stamp, contract });
      });
      if (!state) throw new Error(`${name}: decided nothing about nothing`);
      return state;
    },
    project: async (id, event, evolve) => void (await write(id, (stored) => afterEvent(stored, event, evolve))),
  };
}
