import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import { commandInput, stripNulls } from './command-input.ts';
import { formatErrors } from './errors.ts';
import type { Identity } from '#shared/identity/identity.ts';
import type { Log } from '#shared/log.ts';
import { scalars } from './scalars.ts';
import { inMutation, serviceRequest, type MutationInput, type ServiceRequest } from './request.ts';
import { subgraphSchema } from './subgraph-schema.ts';

/** Resolvers by type and field; `__resolveReference` answers for an entity that another service mentions. */
export type Resolvers<Context> = Record<
  string,
  Record<string, ResolveField<Context> | ResolveReference<Context>> | GraphQLScalarType
>;
// graphql itself gives parents and arguments as `any`: each resolver names what the schema promises it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type ResolveField<Context> = GraphQLFieldResolver<any, Context>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type ResolveReference<Context> = (reference: any, context: Context, info: GraphQLResolveInfo) => unknown;

type Read<Context> = GraphQLFieldResolver<unknown, Context, Record<string, unknown>>;
type Mutate<Context> = GraphQLFieldResolver<unknown, Context, { input: MutationInput }>;

export type SubgraphDefinition<Context extends object> = {
  /** The folder of the service's schema files. */
  schemaFolder: URL;
  resolvers: Resolvers<ServiceRequest & Context>;
  /** The fields of the input that a null removes, by mutation. Anywhere else a null is the same as a field left out. */
  removedByNull?: Readonly<Record<string, readonly string[]>>;
  /**
   * Makes the objects that resolvers get beside the request: collections, loaders, rules of access. Called for each
   * request.
   */
  context: (request: ServiceRequest) => Context;
};

/** Makes the server that answers operations, without HTTP: the same for the gateway and for a test. */
export function subgraphServer<Context extends object>(
  { schemaFolder, resolvers, removedByNull = {} }: SubgraphDefinition<Context>,
  log: Log,
): ApolloServer<ServiceRequest & Context> {
  return new ApolloServer<ServiceRequest & Context>({
    schema: buildSubgraphSchema({
      typeDefs: subgraphSchema(schemaFolder),
      resolvers: { ...scalars, ...prepareResolvers(resolvers, removedByNull) },
    }),
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

function prepareResolvers<Context extends ServiceRequest>(
  resolvers: Resolvers<Context>,
  removedByNull: Readonly<Record<string, readonly string[]>>,
): Resolvers<Context> {
  return mapValues(resolvers, (fields, type) => {
    if (fields instanceof GraphQLScalarType) return fields;
    // A mutation is a field, and under the name of a reference resolver there never is one.
    if (type === 'Query') return mapValues(fields, (read) => withoutNullArguments(read as Read<Context>));
    if (type === 'Mutation')
      return mapValues(fields, (mutate, name) =>
        withCommandInput(name, mutate as Mutate<Context>, removedByNull[name] ?? []),
      );
    const resolve = fields.__resolveReference as ResolveReference<Context> | undefined;
    return resolve ? { ...fields, __resolveReference: rejectingAlone(resolve) } : fields;
  });
}

function mapValues<Value, Mapped>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value, name: string) => Mapped,
): Record<string, Mapped> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));
}

/** Gives a query its arguments without nulls: a null is the same as an argument left out. */
function withoutNullArguments<Context>(read: Read<Context>): Read<Context> {
  // As graphql calls a resolver.
  // eslint-disable-next-line max-params
  return (parent, args, context, info) => read(parent, stripNulls(args), context, info);
}

/**
 * Gives a mutation its input as a command takes it. An operation may hold several mutations, all with the same key, and
 * a client calls it what it likes: keys are counted for each field.
 */
function withCommandInput<Context extends ServiceRequest>(
  name: string,
  mutate: Mutate<Context>,
  removedByNull: readonly string[],
): Mutate<Context> {
  // As graphql calls a resolver.
  // eslint-disable-next-line max-params
  return (parent, { input }, context, info) =>
    mutate(parent, { input: commandInput(input, removedByNull) }, inMutation(context, { name, input }), info);
}

/**
 * Returns a reference resolver that always answers with a promise. One that throws at once would take every other
 * entity of the request with it; a rejected promise loses only its own.
 */
function rejectingAlone<Context>(resolve: ResolveReference<Context>): ResolveReference<Context> {
  return async (reference, context, info) => resolve(reference, context, info);
}

/** Returns the context of the resolvers of one request. */
export function requestContext<Context extends object>(
  graph: SubgraphDefinition<Context>,
  identity: Identity,
): ServiceRequest & Context {
  const request = serviceRequest(identity, new Date());
  return { ...request, ...graph.context(request) };
}
