import type { GraphQLDataSource } from '@apollo/gateway';
import type { GatewayRequest } from '../operation/request.ts';
import type { Log } from '#shared/log.ts';
import { askSubgraph, type SubgraphOperation, type SubgraphFailure, type Subgraph } from './ask-subgraph.ts';
import { breaker } from './breaker.ts';
import { distinctEntities } from './distinct-entities.ts';
import { lostFields } from './lost-fields.ts';
import { postTo } from './post-to.ts';

/**
 * A service of the graph. When it does not answer, its fields are null with a code and the rest of the answer stands.
 */
export function dataSource(subgraph: Subgraph, log: Log): GraphQLDataSource {
  const circuit = breaker();
  const post = postTo(subgraph.url);
  return {
    process: async ({ request, context }) => {
      const asked: SubgraphOperation = {
        query: request.query ?? '',
        variables: request.variables ?? {},
        operationName: request.operationName,
      };
      // Services are asked for callers only, never for their health or schema: so the context is always ours.
      const caller = context as GatewayRequest;
      if (!circuit.enter()) return lostAnswer(asked, 'SHUT_OUT');

      const distinct = distinctEntities(asked);
      const answer = await askSubgraph(distinct.asked, { subgraph, post, caller });
      const failed = typeof answer === 'string';
      // A caller who leaves says nothing about the service.
      circuit.done(!failed || answer === 'CALLER_GONE');
      if (!failed) return distinct.spreadOut(answer);
      log.warn({ requestId: caller.requestId, subgraph: subgraph.name, reason: answer }, 'a service did not answer');
      return lostAnswer(asked, answer);
    },
  };
}

function lostAnswer({ query, variables }: SubgraphOperation, reason: SubgraphFailure | 'SHUT_OUT') {
  const message = sentenceFor(query, reason);
  return {
    errors: lostFields(query, variables.representations).map((path) => ({
      message,
      path,
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    })),
  };
}

function sentenceFor(query: string, reason: SubgraphFailure | 'SHUT_OUT'): string {
  if (!query.startsWith('mutation')) return 'This cannot be answered at the moment; try again later.';
  return reason === 'SHUT_OUT'
    ? 'This cannot be done at the moment. Nothing was changed; try again later.'
    : 'No answer came in time, so it is not known whether this was done. Repeat it with the same idempotency key.';
}
