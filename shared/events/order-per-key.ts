const KEYS_AT_ONCE = 16;

/**
 * Handles a batch in order for each key, several keys at a time, since most of the time of an effect is waiting for the
 * store. `handle` returns false when the item has to come again. Returns how many items from the front are done: the
 * rest of the batch comes again, and items of it that are done already are recognised.
 */
export async function handleByKey<Item extends { key: string }>(
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
