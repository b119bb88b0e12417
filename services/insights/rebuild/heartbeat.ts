import { setTimeout as pause } from 'node:timers/promises';
import type { Documents } from '#shared/documents/documents.ts';
import type { Clock, Generations } from '../generation.ts';

/** Called often, does something seldom: keeps what a rebuild holds, gives way to others, and stops when it is told to. */
export type Heartbeat = {
  beat: () => Promise<void>;
  /** From now on the former views are kept still as well. */
  standStill: () => Promise<void>;
  /** Gives back everything that is held. */
  end: () => Promise<void>;
};

type Held = { documents: Pick<Documents, 'lease'>; generation: Generations; holder: string; clock: Clock; stop: AbortSignal };

const LEASE = 'rebuild';
/** What is held is free again so soon after a crash. */
const HELD_MS = 30_000;
const RENEW_MS = 5000;
const GIVE_WAY_MS = 100;

/** Undefined while another rebuild is at work. */
export async function heartbeat({ documents, generation, holder, clock, stop }: Held): Promise<Heartbeat | undefined> {
  const now = (): number => clock().getTime();
  const keepLease = () => documents.lease(LEASE, holder, HELD_MS / 1000);
  const keepStill = () => generation.standStill(new Date(now() + HELD_MS).toISOString());
  if ((await keepLease()) === null) return undefined;
  let still = false;
  let gaveWay = now();
  let renewed = now();

  return {
    beat: async () => {
      if (now() - gaveWay < GIVE_WAY_MS) return;
      gaveWay = now();
      // A store in this process never waits for anything: timers, signals and other writers get their turn here.
      await pause(5);
      stop.throwIfAborted();
      if (now() - renewed < RENEW_MS) return;
      renewed = now();
      if ((await keepLease()) === null) throw new Error('another rebuild has begun meanwhile');
      if (still) await keepStill();
    },
    standStill: async () => {
      still = true;
      await keepStill();
    },
    end: async () => {
      if (still) await generation.goOn();
      await documents.lease(LEASE, holder, 0);
    },
  };
}
