import DataLoader from 'dataloader';
import type { Collection, Identified } from './documents.ts';
import { documentBatches } from './find-all.ts';

/**
 * Loads for each key every document that carries it below the path, in the order of the ids: one query for all keys that are
 * asked for at once.
 */
export function byKey<State extends Identified>(
  collection: Pick<Collection<State>, 'find'>,
  path: string,
  keysOf: (state: State) => string[],
): DataLoader<string, State[]> {
  return new DataLoader(async (keys) => {
    const groups = new Map<string, State[]>(keys.map((key) => [key, []]));
    for await (const states of documentBatches(collection, { [path]: { in: keys } })) {
      for (const state of states) for (const key of new Set(keysOf(state))) groups.get(key)?.push(state);
    }
    return keys.map((key) => groups.get(key) ?? []);
  });
}
