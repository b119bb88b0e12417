import { subgraphLimits } from '../limits.ts';

/** Keeps requests away from a service that does not answer, and never lets one service hold everything. */
export type Breaker = {
  /** Returns true when a request may go out now; it is reported back with `done`. */
  enter: () => boolean;
  done: (answered: boolean) => void;
};

export function breaker(now: () => number = () => performance.now()): Breaker {
  let inFlight = 0;
  let failures = 0;
  let closedUntil = 0;
  return {
    enter: () => {
      if (inFlight >= subgraphLimits.inFlight) return false;
      if (failures >= subgraphLimits.failuresUntilOpen) {
        if (now() < closedUntil) return false;
        // One request goes ahead to see whether the service is back; the others wait for its answer.
        closedUntil = now() + subgraphLimits.openMs;
      }
      inFlight += 1;
      return true;
    },
    done: (answered) => {
      inFlight -= 1;
      failures = answered ? 0 : failures + 1;
      if (failures === subgraphLimits.failuresUntilOpen) closedUntil = now() + subgraphLimits.openMs;
    },
  };
}
