import { setTimeout as pause } from 'node:timers/promises';
import type { Consuming } from '#shared/delivery/consume.ts';
import type { Log } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';

const RETRY_MS = 2000;
/** The time after which the service starts to answer, also while the log is away. */
const FIRST_TRY_MS = 5000;

/**
 * Starts to listen as soon as the log is there. While it is away a service starts all the same: it answers and takes
 * commands, whose events wait. `onFailed` receives any other error, e.g. that topics are missing.
 */
export async function startConsuming(
  listen: () => Promise<Consuming>,
  { log, onFailed }: { log: Log; onFailed: (error: unknown) => void },
): Promise<Consuming> {
  const stopping = new AbortController();
  let consuming: Consuming | undefined;
  const tryToListen = async (): Promise<boolean> => {
    try {
      consuming = await listen();
      return true;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      log.warn({ err: error }, 'the event log does not answer; events are heard when it does');
      return false;
    }
  };
  const listening = (async () => {
    while (!stopping.signal.aborted && !(await tryToListen()))
      await pause(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
  })().catch(onFailed);
  await Promise.race([listening, pause(FIRST_TRY_MS, undefined, { ref: false })]);
  return {
    stop: async () => {
      stopping.abort();
      await listening;
      await consuming?.stop();
    },
    retryParked: async () => (await consuming?.retryParked()) ?? 0,
  };
}
