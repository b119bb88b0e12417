import { subgraphLimits } from '../limits.ts';
import type { GatewayRequest } from '../operation/request.ts';
import { TimedOut, AnswerTooLarge, type Post } from './post-to.ts';
import { UnreadableAnswer, readSubgraphAnswer, type SubgraphAnswer } from './subgraph-answer.ts';

export type Subgraph = {
  name: string;
  url: string;
  /** The codes that a service may answer with. */
  codes: ReadonlySet<string>;
};

export type SubgraphOperation = {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
};

/** The reason why there is no answer: for our log, never for a client. */
export type SubgraphFailure =
  'UNREACHABLE' | 'TIMEOUT' | 'UNREADABLE_ANSWER' | 'BROKEN' | 'TOKEN_REFUSED' | 'CALLER_GONE';

export type SubgraphCall = { subgraph: Subgraph; post: Post; caller: GatewayRequest };

/**
 * Asks a service as the caller of this request and nobody else: of all that a client sent, only the operation goes
 * along.
 */
export async function askSubgraph(
  asked: SubgraphOperation,
  { subgraph, post, caller }: SubgraphCall,
): Promise<SubgraphAnswer | SubgraphFailure> {
  const ms = Math.min(subgraphLimits.fetchMs, caller.remainingMs());
  if (ms <= 0) return 'TIMEOUT';
  const { representations } = asked.variables;
  try {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${await caller.tokenFor(subgraph.name)}`,
    };
    // A change that was sent is waited for even when its caller has gone.
    const left = asked.query.startsWith('mutation') ? undefined : caller.callerGone;
    const { status, text } = await post({ headers, body: JSON.stringify(asked), timeoutMs: ms, callerGone: left });
    if (status === 401) return 'TOKEN_REFUSED';
    // 400 carries an answer as well: values that only the service could check.
    if (status !== 200 && status !== 400) return 'BROKEN';
    return readSubgraphAnswer(text, {
      codes: subgraph.codes,
      entities: Array.isArray(representations) ? representations.length : undefined,
    });
  } catch (error) {
    if (error instanceof UnreadableAnswer || error instanceof AnswerTooLarge) return 'UNREADABLE_ANSWER';
    if (error instanceof TimedOut) return 'TIMEOUT';
    return caller.callerGone.aborted ? 'CALLER_GONE' : 'UNREACHABLE';
  }
}
