import type { Log } from '#shared/log.ts';

/**
 * Runs the tasks one after the other, about every second, one round at a time. `stop` waits for the round under way.
 */
export function everySecond(tasks: (() => Promise<void>)[], log: Log): { stop: () => Promise<void> } {
  let current: Promise<void> = Promise.resolve();
  let busy = false;
  const round = async (): Promise<void> => {
    for (const task of tasks)
      await task().catch((error: unknown) => log.error({ err: error }, 'background work failed; it is tried again'));
    busy = false;
  };
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    current = round();
  }, 1000);
  return {
    stop: async () => {
      clearInterval(timer);
      await current;
    },
  };
}
