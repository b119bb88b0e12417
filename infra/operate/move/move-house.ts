import type { Comparison } from './fingerprint.ts';
import type { OnMoveProgress, Transfer } from './transfer.ts';

export type MoveOptions = {
  transfers: readonly Transfer[];
  house: string;
  /** Makes what the target lacks to be moved into, e.g. topics. */
  provision: () => Promise<void>;
  onProgress: OnMoveProgress;
};

/**
 * Moves documents and events, and compares both sides anew. Repeated, it goes on where it was. Nothing is written
 * before all of the target was looked at.
 */
export async function moveHouse({ transfers, house, provision, onProgress }: MoveOptions): Promise<Comparison[]> {
  onProgress('looking at the target', 0);
  for (const transfer of transfers) await transfer.inspectTarget();
  for (const transfer of transfers) await transfer.claimTarget(house);
  onProgress('making it ready', 0);
  await provision();
  for (const transfer of transfers) await transfer.move(onProgress);
  return compareHouse(transfers, onProgress);
}

export async function compareHouse(transfers: readonly Transfer[], onProgress: OnMoveProgress): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const transfer of transfers) comparisons.push(...(await transfer.compareSides(onProgress)));
  return comparisons;
}
