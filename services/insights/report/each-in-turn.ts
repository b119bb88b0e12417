import { setImmediate as letOthersWork } from 'node:timers/promises';

/**
 * Works on the items one after the other. Years of months are hundreds of counts, and a file answers each at once:
 * who asks for less is answered in between.
 */
export async function eachInTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) {
    results.push(await work(item));
    await letOthersWork();
  }
  return results;
}
