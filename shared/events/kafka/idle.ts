import { createRequire } from 'node:module';

type RequestQueue = { pending: unknown[]; throttledUntil: number; scheduleCheckPendingRequests: () => void };

/**
 * kafkajs 2.2.4 looks at every connection's queue about 900 times a second, also when nothing is queued or throttled
 * (tulios/kafkajs#1751, not merged): a few percent of a core per process, and a TimeoutNegativeWarning from Node. With
 * nothing to wait for there is nothing to schedule: the next request schedules for itself. Delete this file when a
 * release has it.
 */
export function quietIdleConnections(): void {
  const load = createRequire(import.meta.url);
  // An inner file of the client, the same instance that the client itself uses; the version is pinned.
  const { prototype } = load('kafkajs/src/network/requestQueue') as { prototype: RequestQueue & { quiet?: true } };
  if (prototype.quiet) return;

  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.quiet = true;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}
