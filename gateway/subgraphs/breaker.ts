import { subgraphLimits } from '../limits.ts';

/** What became of a request; UNKNOWN says nothing about the service. */
export type Outcome = 'ANSWERED' | 'FAILED' | 'TIMED_OUT' | 'UNKNOWN';

/** Reports back what became of a request that was let through. */
export type Leave = (outcome: Outcome) => void;

/** Lets a caller's request through or, with nothing, keeps it away. */
export type Breaker = (caller: string) => Leave | undefined;

/** How many a service that failed is trusted with at once, and when one more goes ahead in any case. */
type Recovery = { allowed: number; inFlight: number; nextAt: number };

/**
 * Keeps requests away from a service that does not answer, and never lets one service hold everything. Time-outs of one
 * caller may be due to what that caller asks for: they count when another caller's time out as well.
 */
export function breaker(now: () => number = () => performance.now()): Breaker {
  let inFlight = 0;
  let recovery: Recovery | undefined;
  const failures = countedFailures();

  const admit = (): boolean => {
    if (inFlight >= subgraphLimits.inFlight) return false;
    if (!recovery || recovery.inFlight < recovery.allowed) return true;
    if (now() < recovery.nextAt) return false;
    recovery.nextAt = now() + subgraphLimits.openMs;
    return true;
  };
  const learn = (outcome: Outcome, caller: string): void => {
    // The first that goes ahead decides; once it was answered, a single failure means no more than it ever does.
    const limit = recovery?.allowed === 0 && outcome !== 'ANSWERED' ? 1 : subgraphLimits.failuresUntilOpen;
    if (outcome === 'ANSWERED' && recovery) recovery.allowed = recovery.allowed * 2 || 2;
    if (recovery && recovery.allowed >= subgraphLimits.inFlight) recovery = undefined;
    if (failures.after(outcome, caller) < limit) return;
    failures.forget();
    recovery = { allowed: 0, inFlight: 0, nextAt: now() + subgraphLimits.openMs };
  };
  return (caller) => {
    if (!admit()) return undefined;
    const during = recovery;
    inFlight += 1;
    if (during) during.inFlight += 1;
    return (outcome) => {
      inFlight -= 1;
      if (during) during.inFlight -= 1;
      // Who went out before the service failed says nothing about how it is now.
      if (recovery === undefined || recovery === during) learn(outcome, caller);
    };
  };
}

/** Counts failures since the last answer, and the time-outs as soon as they are not all of one caller. */
function countedFailures(): { after: (outcome: Outcome, caller: string) => number; forget: () => void } {
  let failed = 0;
  let timedOut = 0;
  const callers = new Set<string>();
  const forget = (): void => {
    failed = 0;
    timedOut = 0;
    callers.clear();
  };
  return {
    forget,
    after: (outcome, caller) => {
      if (outcome === 'ANSWERED') forget();
      if (outcome === 'FAILED') failed += 1;
      if (outcome === 'TIMED_OUT') {
        timedOut += 1;
        callers.add(caller);
      }
      return failed + (callers.size > 1 ? timedOut : 0);
    },
  };
}
