import { callerLimits, httpLimits } from '../limits.ts';
import { tokenBucket } from '../operation/token-bucket.ts';

/** Gives back what a request held, once it is answered. */
export type Leave = () => void;

/** Why a request may not begin now: its caller has had enough, or everybody together has. */
export type NotNow = 'caller' | 'everybody';

/** Lets a request in whose body has so many bytes. */
export type CallerBudget = (caller: string, bytes: number) => Leave | NotNow;

/** Shares the house between callers, so that one alone, or one of its programs gone wild, is felt by nobody else. */
export function callerBudget(now?: () => number): CallerBudget {
  const mayAsk = tokenBucket(
    { atOnce: callerLimits.requestsAtOnce, perSecond: callerLimits.requestsPerSecond, callers: callerLimits.callers },
    now,
  );
  const held = new Map<string, { requests: number; bytes: number }>();
  let bytesOfAll = 0;
  return (caller, bytes) => {
    const own = held.get(caller) ?? { requests: 0, bytes: 0 };
    if (own.requests >= callerLimits.inFlight || own.bytes + bytes > callerLimits.bytesInFlight) return 'caller';
    if (bytesOfAll + bytes > httpLimits.bytesInFlight) return 'everybody';
    if (!mayAsk(caller, 1)) return 'caller';
    const add = (requests: number, more: number): void => {
      own.requests += requests;
      own.bytes += more;
      bytesOfAll += more;
      if (own.requests > 0) held.set(caller, own);
      else held.delete(caller);
    };
    add(1, bytes);
    return () => add(-1, -bytes);
  };
}
