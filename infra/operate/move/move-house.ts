import type { Comparison } from './fingerprint.ts';
import type { Transfer, OnMoveProgress } from './transfer.ts';

export type MoveOf = {
  transfers: readonly Transfer[];
  house: string;
  /** Makes what the target lacks to be moved into, e.g. topics. */
  provision: () => Promise<void>;
  onProgress: OnMoveProgress;
};

/** Moves each half, and compares both sides anew. Repeated, it goes on where it was. Nothing is written before all of the target was looked at. */
export async function moveHouse({ transfers: halves, house, provision, onProgress }: MoveOf): Promise<Comparison[]> {
  onProgress('looking at the target', 0);
  for (const half of halves) await half.inspectTarget();
  for (const half of halves) await half.claimTarget(house);
  onProgress('making it ready', 0);
  await provision();
  for (const half of halves) await half.move(onProgress);
  return compareHouse(halves, onProgress);
}

export async function compareHouse(halves: readonly Transfer[], onProgress: OnMoveProgress): Promise<Comparison[]> {
  const compared: Comparison[] = [];
  for (const half of halves) compared.push(...(await half.compareSides(onProgress)));
  return compared;
}
