import { Unavailable } from '#shared/refusal.ts';

/** A queue: a producer pushes, a consumer pulls with `for await`. */
export type PullQueue<Item> = {
  push: (item: Item) => void;
  /** True when a producer should wait; items that it pushes all the same are not lost. */
  isFull: () => boolean;
  /** Ends the queue after the items that were pushed. */
  end: () => void;
  /** Ends the queue at once with an error: no item will follow although some should. */
  fail: (error: Error) => void;
  items: () => AsyncGenerator<Item>;
};

/** Makes a queue. `silentMs`: a consumer that waits longer than this for the next item gets `Unavailable`. */
export function pullQueue<Item>({ atMost, silentMs }: { atMost: number; silentMs: number }): PullQueue<Item> {
  const waiting: Item[] = [];
  const change = signal();
  let state: { ended: boolean; failure?: Error } = { ended: false };
  const settle = (next: typeof state): void => {
    state = next;
    change.give();
  };
  return {
    push: (item) => {
      waiting.push(item);
      change.give();
    },
    isFull: () => waiting.length >= atMost && !state.ended,
    end: () => settle({ ended: true }),
    fail: (failure) => settle({ ended: true, failure }),
    items: async function* () {
      for (;;) {
        for (let item = waiting.shift(); item !== undefined && state.failure === undefined; item = waiting.shift())
          yield item;
        if (state.failure !== undefined) throw state.failure;
        if (state.ended) return;
        await change.wait(silentMs, () =>
          settle({ ended: true, failure: new Unavailable('the event log does not answer') }),
        );
      }
    },
  };
}

/** Wakes one waiter. A signal that was given before anybody waits is not lost; `onSilence` has to give one as well. */
function signal(): { give: () => void; wait: (silentMs: number, onSilence: () => void) => Promise<void> } {
  let given = Promise.withResolvers<undefined>();
  return {
    give: () => given.resolve(undefined),
    wait: async (silentMs, onSilence) => {
      const impatient = setTimeout(onSilence, silentMs);
      await given.promise;
      clearTimeout(impatient);
      given = Promise.withResolvers();
    },
  };
}
