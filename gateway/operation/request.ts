import type { KeyObject } from 'node:crypto';
import { signInternalToken, type Actor } from '#shared/identity/identity.ts';
import { subgraphLimits } from '../limits.ts';
import type { Loss } from './losses.ts';

/** One request of a caller, as everything behind the front door sees it. */
export type GatewayRequest = {
  requestId: string;
  /** Who asks, to tell callers apart. */
  callerId: string;
  /** Proof for one service of who asks and in which request; signed once for each. */
  tokenFor: (subgraph: string) => Promise<string>;
  /** Aborted when the caller has gone and nobody waits for the answer. */
  callerGone: AbortSignal;
  /** Returns the milliseconds that are left for this request. */
  remainingMs: () => number;
  /** What services should have answered so far and did not. */
  losses: Loss[];
  /** Takes down which codes the answer carried. */
  noteCodes: (codes: string[]) => void;
};

export type CallerRequest = Pick<GatewayRequest, 'requestId' | 'callerGone' | 'noteCodes'> & { actor: Actor };

export function gatewayRequest(
  key: KeyObject,
  { actor, requestId, callerGone, noteCodes }: CallerRequest,
): GatewayRequest {
  const tokens = new Map<string, Promise<string>>();
  const deadline = performance.now() + subgraphLimits.requestMs;
  return {
    requestId,
    callerId: actor.id,
    callerGone,
    noteCodes,
    losses: [],
    remainingMs: () => deadline - performance.now(),
    tokenFor: (subgraph) => {
      const token = tokens.get(subgraph) ?? signInternalToken(key, { actor, requestId }, subgraph);
      tokens.set(subgraph, token);
      return token;
    },
  };
}
