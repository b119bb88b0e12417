import { Unavailable } from '#shared/refusal.ts';

/** Between one who is handed items when they come and one who asks for them one by one. */
export type PullQueue<Item> = {
  push: (item: Item) => void;
  /** Whoever pushes should wait; what is pushed all the same is not lost. */
  isFull: () => boolean;
  /** Nothing follows what was pushed. */
  end: () => void;
  /** Nothing will follow although something should: the reader is told so, at once. */
  fail: (error: Error) => void;
  items: () => AsyncGenerator<Item>;
};

/** `silentMs`: whoever waits longer than this for the next item is told that none will come. */
export function pullQueue<Item>({ atMost, silentMs }: { atMost: number; silentMs: number }): PullQueue<Item> {
  const waiting: Item[] = [];
  let state: { ended: boolean; failure?: Error } = { ended: false };
  let wake = Promise.withResolvers<undefined>();
  const settle = (next: typeof state): void => {
    state = next;
    wake.resolve(undefined);
  };
  const woken = async (): Promise<void> => {
    const impatient = setTimeout(
      () => settle({ ended: true, failure: new Unavailable('the event log does not answer') }),
      silentMs,
    );
    await wake.promise;
    clearTimeout(impatient);
    wake = Promise.withResolvers();
  };
  return {
    push: (item) => {
      waiting.push(item);
      wake.resolve(undefined);
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
        await woken();
      }
    },
  };
}
