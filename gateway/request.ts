import type { KeyObject } from 'node:crypto';
import { signInternalToken, type Actor } from '#shared/identity/identity.ts';
import { subgraphLimits } from './limits.ts';

/** One request of a caller, as everything behind the front door sees it. */
export type GatewayRequest = {
  requestId: string;
  /** Proof for one service of who asks and in which request; signed once for each. */
  tokenFor: (subgraph: string) => Promise<string>;
  /** The caller has gone and nobody waits for the answer. */
  left: AbortSignal;
  /** Milliseconds that are left for this request. */
  remainingMs: () => number;
  /** Takes down which codes the answer carried. */
  answered: (codes: string[]) => void;
};

export type Asking = Pick<GatewayRequest, 'requestId' | 'left' | 'answered'> & { actor: Actor };

export function gatewayRequest(key: KeyObject, { actor, requestId, left, answered }: Asking): GatewayRequest {
  const tokens = new Map<string, Promise<string>>();
  const deadline = performance.now() + subgraphLimits.requestMs;
  return {
    requestId,
    left,
    answered,
    remainingMs: () => deadline - performance.now(),
    tokenFor: (subgraph) => {
      const token = tokens.get(subgraph) ?? signInternalToken(key, { actor, requestId }, subgraph);
      tokens.set(subgraph, token);
      return token;
    },
  };
}
