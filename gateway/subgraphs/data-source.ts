import type { GraphQLDataSource } from '@apollo/gateway';
import type { Reason } from '../operation/losses.ts';
import type { GatewayRequest } from '../operation/request.ts';
import type { Log } from '#shared/log.ts';
import { askSubgraph, type SubgraphOperation, type SubgraphFailure, type Subgraph } from './ask-subgraph.ts';
import { breaker, type Outcome } from './breaker.ts';
import { distinctEntities } from './distinct-entities.ts';
import { lostFields } from './lost-fields.ts';
import { postTo } from './post-to.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';

/**
 * Makes the source of a service's data. When the service does not answer, its fields are null with a code and the rest
 * of the answer stands.
 */
export function dataSource(subgraph: Subgraph, log: Log): GraphQLDataSource {
  const enter = breaker();
  const post = postTo(subgraph.url);
  return {
    process: async (options) => {
      const { request, context } = options;
      const asked: SubgraphOperation = {
        query: request.query ?? '',
        variables: request.variables ?? {},
        operationName: request.operationName,
      };
      // Services are asked for callers only, never for their health or schema: so the context is always ours.
      const caller = context as GatewayRequest;
      const path = ('pathInIncomingRequest' in options ? options.pathInIncomingRequest : undefined) ?? [];
      const lose = (reason: Reason): SubgraphAnswer => {
        caller.losses.push({ path: path.map(String), fields: lostFields(asked.query), reason });
        return {};
      };
      const leave = enter(caller.callerId);
      if (!leave) return lose(reasonOf('SHUT_OUT', asked));

      const distinct = distinctEntities(asked);
      const answer = await askSubgraph(distinct.asked, { subgraph, post, caller });
      leave(outcomeOf(answer));
      if (typeof answer !== 'string') return refusedAsAWhole(answer, lose) ?? distinct.spreadOut(answer);
      log.warn({ requestId: caller.requestId, subgraph: subgraph.name, reason: answer }, 'a service did not answer');
      return lose(reasonOf(answer, asked));
    },
  };
}

function outcomeOf(answer: SubgraphAnswer | SubgraphFailure): Outcome {
  if (typeof answer !== 'string') return 'ANSWERED';
  if (answer === 'TIMEOUT') return 'TIMED_OUT';
  return answer === 'CALLER_GONE' ? 'UNKNOWN' : 'FAILED';
}

/** Nothing was answered, and the error says of no field that it is about it: so it is about all of them. */
function refusedAsAWhole(
  { data, errors = [] }: SubgraphAnswer,
  lose: (reason: Reason) => SubgraphAnswer,
): SubgraphAnswer | undefined {
  const [error] = errors;
  if (data || !error || errors.some(({ path }) => path)) return undefined;
  return lose({ message: error.message, extensions: error.extensions ?? {} });
}

function reasonOf(failure: SubgraphFailure | 'SHUT_OUT', { query }: SubgraphOperation): Reason {
  return { message: sentenceFor(query, failure), extensions: { code: 'SERVICE_UNAVAILABLE' } };
}

function sentenceFor(query: string, reason: SubgraphFailure | 'SHUT_OUT'): string {
  if (!query.startsWith('mutation')) return 'This cannot be answered at the moment; try again later.';
  return reason === 'SHUT_OUT'
    ? 'This cannot be done at the moment. Nothing was changed; try again later.'
    : 'No answer came in time, so it is not known whether this was done. Repeat it with the same idempotency key.';
}
