import type { KeyObject } from 'node:crypto';
import { signInternalToken, type Actor } from '#shared/identity/identity.ts';
import { subgraphLimits } from '../limits.ts';

/** One request of a caller, as everything behind the front door sees it. */
export type GatewayRequest = {
  requestId: string;
  /** Returns the internal token for one service: proof of caller and request, signed once for each service. */
  tokenFor: (subgraph: string) => Promise<string>;
  /** Aborted when the caller has gone and nobody waits for the answer. */
  callerGone: AbortSignal;
  /** Returns the milliseconds that are left for this request. */
  remainingMs: () => number;
  /** Notes the codes of the answer for the log. */
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
    callerGone,
    noteCodes,
    remainingMs: () => deadline - performance.now(),
    tokenFor: (subgraph) => {
      const token = tokens.get(subgraph) ?? signInternalToken(key, { actor, requestId }, subgraph);
      tokens.set(subgraph, token);
      return token;
    },
  };
}
