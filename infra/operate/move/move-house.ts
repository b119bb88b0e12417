import type { Compared } from './fingerprint.ts';
import type { Half, OnProgress } from './transfer.ts';

export type MoveOf = {
  halves: readonly Half[];
  house: string;
  /** Makes what the target lacks to be moved into, e.g. topics. */
  provision: () => Promise<void>;
  onProgress: OnProgress;
};

/** Moves each half, and compares both sides anew. Repeated, it goes on where it was. Nothing is written before all of the target was looked at. */
export async function move({ halves, house, provision, onProgress }: MoveOf): Promise<Compared[]> {
  onProgress('looking at the target', 0);
  for (const half of halves) await half.look();
  for (const half of halves) await half.claim(house);
  onProgress('making it ready', 0);
  await provision();
  for (const half of halves) await half.move(onProgress);
  return compare(halves, onProgress);
}

export async function compare(halves: readonly Half[], onProgress: OnProgress): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const half of halves) compared.push(...(await half.compared(onProgress)));
  return compared;
}
