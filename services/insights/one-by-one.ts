import { setImmediate as others } from 'node:timers/promises';

/** Years of months are hundreds of counts, and a file answers each at once: who asks for less is answered in between. */
export async function oneByOne<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(await work(item));
    await others();
  }
  return results;
}
