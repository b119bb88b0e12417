import { setTimeout as pause } from 'node:timers/promises';
import type { Consuming } from '#shared/delivery/consume.ts';
import type { Log } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';

const RETRY_MS = 2000;
/** After this time the service starts to answer, also while the log is away. */
const FIRST_TRY_MS = 5000;

/**
 * Listens as soon as the log lets it. While it is away a service starts all the same: it answers and takes commands,
 * whose events wait. `onFailed` is told of anything else that keeps it from listening, e.g. that topics are missing.
 */
export async function startConsuming(
  listen: () => Promise<Consuming>,
  { log, onFailed }: { log: Log; onFailed: (error: unknown) => void },
): Promise<Consuming> {
  const stopping = new AbortController();
  let consuming: Consuming | undefined;
  const heard = async (): Promise<boolean> => {
    try {
      consuming = await listen();
      return true;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      log.warn({ err: error }, 'the event log does not answer; events are heard when it does');
      return false;
    }
  };
  const trying = (async () => {
    while (!stopping.signal.aborted && !(await heard()))
      await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
  })().catch(onFailed);
  await Promise.race([trying, pause(FIRST_TRY_MS, undefined, { ref: false })]);
  return {
    stop: async () => {
      stopping.abort();
      await trying;
      await consuming?.stop();
    },
    retryParked: async () => (await consuming?.retryParked()) ?? 0,
  };
}
