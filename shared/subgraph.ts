import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, parse, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import { formatErrors } from '#shared/graph-error.ts';
import type { Identity } from '#shared/identity.ts';
import type { Log } from '#shared/log.ts';
import { scalars } from '#shared/scalars.ts';
import { serviceRequest, type ServiceRequest } from '#shared/request.ts';

/** Resolvers by type and field; `__resolveReference` answers for an entity that another service mentions. */
// graphql itself gives parents and arguments as `any`: each resolver names what the schema promises it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Resolvers<Context> = Record<string, Record<string, GraphQLFieldResolver<any, Context> | ResolveReference<Context>> | GraphQLScalarType>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type ResolveReference<Context> = (reference: any, context: Context, info: GraphQLResolveInfo) => unknown;

export type Graph<Context extends object> = {
  schemaFile: URL;
  resolvers: Resolvers<ServiceRequest & Context>;
  /** What resolvers get beside the request: collections, loaders, rules of access. Made anew for each request. */
  context: (request: ServiceRequest) => Context;
};

const commonFile = new URL('./common.graphql', import.meta.url);

/** A service's contract with the graph: what all services share, and its own. */
export function subgraphSchema(schemaFile: URL): string {
  return `${readFileSync(commonFile, 'utf8')}\n${readFileSync(schemaFile, 'utf8')}`;
}

/** What answers operations, without a door: the same for the gateway and for a test. */
export function subgraphServer<Context extends object>({ schemaFile, resolvers }: Graph<Context>, log: Log): ApolloServer<ServiceRequest & Context> {
  return new ApolloServer<ServiceRequest & Context>({
    schema: buildSubgraphSchema({ typeDefs: parse(subgraphSchema(schemaFile)), resolvers: { ...scalars, ...eachAlone(resolvers) } }),
    plugins: [ApolloServerPluginInlineTraceDisabled()],
    formatError: formatErrors(log),
    includeStacktraceInErrorResponses: false,
    introspection: false,
    csrfPrevention: true,
    persistedQueries: false,
    nodeEnv: 'production',
    stopOnTerminationSignals: false,
  });
}

/** A reference resolver that throws at once would take every other entity of the request with it; as a promise it only loses its own. */
function eachAlone<Context>(resolvers: Resolvers<Context>): Resolvers<Context> {
  const alone = (resolve: ResolveReference<Context>): ResolveReference<Context> => async (reference, context, info) => resolve(reference, context, info);
  return Object.fromEntries(Object.entries(resolvers).map(([type, fields]) => {
    if (fields instanceof GraphQLScalarType || !fields.__resolveReference) return [type, fields];
    // Under this name there is never a field's resolver.
    return [type, { ...fields, __resolveReference: alone(fields.__resolveReference as ResolveReference<Context>) }];
  }));
}

/** What the resolvers of one request get. */
export function requestContext<Context extends object>(graph: Graph<Context>, identity: Identity, query: string): ServiceRequest & Context {
  const request = serviceRequest(identity, operationOf(query), new Date());
  return { ...request, ...graph.context(request) };
}

/** Idempotency keys are counted per mutation, whatever the client calls its operation. */
function operationOf(query: string): string {
  return /^\s*mutation[^{]*\{\s*(?:\w+\s*:\s*)?(\w+)/.exec(query)?.[1] ?? 'query';
}
