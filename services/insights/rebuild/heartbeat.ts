import { setTimeout as pause } from 'node:timers/promises';
import type { Documents } from '#shared/documents/documents.ts';
import type { Clock, Generations } from '../views/generation.ts';
import type { Slot } from '../views/views.ts';

/** Keeps what a rebuild holds, gives way to others, and stops when it is told to. */
export type Heartbeat = {
  /** Called often, does something seldom. */
  beat: () => Promise<void>;
  /** From now on the former views are kept still as well. */
  standStill: () => Promise<void>;
  /** From here the other views answer. False when the former ones were not kept still all the time. */
  switchTo: (slot: Slot) => Promise<boolean>;
  /** Gives back everything that is held. */
  end: () => Promise<void>;
};

type HeartbeatOf = {
  documents: Pick<Documents, 'lease'>;
  generation: Generations;
  holder: string;
  clock: Clock;
  stop: AbortSignal;
};

const LEASE = 'rebuild';
/** What is held is free again so soon after a crash. */
const HELD_MS = 30_000;
const RENEW_MS = 5000;
const GIVE_WAY_MS = 100;

/** Takes the lease of a rebuild; undefined while another rebuild is at work. */
export async function heartbeat({ documents, generation, ...of }: HeartbeatOf): Promise<Heartbeat | undefined> {
  const now = (): number => of.clock().getTime();
  const keepLease = () => documents.lease(LEASE, of.holder, HELD_MS / 1000);
  if ((await keepLease()) === null) return undefined;
  let mark: string | undefined;
  let marks = 0;
  const next = (): string => `${of.holder} ${(marks += 1)}`;
  let gaveWay = now();
  let renewed = now();

  return {
    beat: async () => {
      if (now() - gaveWay < GIVE_WAY_MS) return;
      gaveWay = now();
      // A store in this process never waits for anything: timers, signals and other writers get their turn here.
      await pause(5);
      of.stop.throwIfAborted();
      if (now() - renewed < RENEW_MS) return;
      renewed = now();
      if ((await keepLease()) === null) throw new Error('another rebuild has begun meanwhile');
      if (mark === undefined) return;
      const [former, following] = [mark, next()];
      // Taken away meanwhile, it stays away: the switch will find that out.
      if (await generation.standStill(following, former)) mark = following;
    },
    standStill: async () => {
      mark = next();
      await generation.standStill(mark);
    },
    switchTo: async (slot) => mark !== undefined && generation.switchTo(slot, mark),
    end: async () => {
      if (mark !== undefined) await generation.goOn(mark);
      await documents.lease(LEASE, of.holder, 0);
    },
  };
}
