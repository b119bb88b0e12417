import { setTimeout as pause } from 'node:timers/promises';

const READY_MS = 60_000;
const ASK_MS = 50;

/** Resolves when the process says that it is ready to be asked. */
export async function waitUntilReady(
  { name, address }: { name: string; address: string },
  signal: AbortSignal,
): Promise<void> {
  const end = performance.now() + READY_MS;
  while (performance.now() < end) {
    signal.throwIfAborted();
    if (await answers(`${address}/readyz`)) return;
    await pause(ASK_MS);
  }
  throw new Error(`${name}: did not get ready within ${READY_MS / 1000} s; its log says why`);
}

function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(1000) }).then(
    (response) => response.ok,
    () => false,
  );
}
