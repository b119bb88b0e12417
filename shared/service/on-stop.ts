/**
 * Resolves when the work is done or the time is over; work that fails is over too. A part that hangs must not keep the
 * parts behind it from ending.
 */
export async function waitAtMost(ms: number, work: Promise<unknown> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => void (timer = setTimeout(resolve, ms)));
  await Promise.race([Promise.resolve(work).catch(() => undefined), over]);
  clearTimeout(timer);
}

/**
 * Stops once, however often it is asked to, and ends the process; a stop that hangs ends after `patienceMs` all the
 * same. Called before anything is started: a process without a handler for a signal may never end, e.g. as the first
 * process of a container. After `asked` is true, failures are an effect of the stop.
 */
export function onStop(stop: () => Promise<void>, patienceMs: number): { asked: () => boolean } {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  // `disconnect`: whoever started us is gone.
  process.on('SIGTERM', once).on('SIGINT', once).on('disconnect', once);
  // Gone while we were loaded: the event is over. Without a channel this is undefined, whatever its type says.
  const connected = process.connected as boolean | undefined;
  if (connected === false) once();
  return { asked: () => stopping };
}
