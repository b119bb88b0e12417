const KEYS_AT_ONCE = 16;

/**
 * Handles a batch in order for each key, several keys at a time, since most of what an effect takes is waiting for the
 * store. `handle` answers false when the item has to come again. Answers how many from the front are done: from there
 * on the batch comes again, and what was done behind it is recognised as done.
 */
export async function handledByKey<Item extends { key: string }>(
  batch: readonly Item[],
  handle: (item: Item) => Promise<boolean>,
): Promise<number> {
  const chains = [...Map.groupBy(batch.keys(), (index) => batch[index]?.key).values()];
  const done = new Set<number>();
  const worker = async (): Promise<void> => {
    for (let chain = chains.shift(); chain; chain = chains.shift()) {
      for (const index of chain) {
        const item = batch[index];
        if (!item || !(await handle(item))) break;
        done.add(index);
      }
    }
  };
  await Promise.all(Array.from({ length: KEYS_AT_ONCE }, worker));
  let front = 0;
  while (done.has(front)) front += 1;
  return front;
}
