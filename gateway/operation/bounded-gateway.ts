import type { ApolloGateway } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  getVariableValues,
  GraphQLError,
  GraphQLScalarType,
  Kind,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { operationLimits } from '../limits.ts';
import { scalars } from '#shared/graph/scalars.ts';
import { errorsOfAnswer } from './complete-answer.ts';
import { misleadingAliases } from './misleading-alias.ts';
import { neededFields, requirements, type Requirements } from './needed-fields.ts';
import { nullArguments } from './null-arguments.ts';
import { pageCost } from './page-cost.ts';
import type { GatewayRequest } from './request.ts';

type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Request = Parameters<Executor>[0];
type Result = Awaited<ReturnType<Executor>>;

/**
 * The gateway as it is, except that aliases, variables and page sizes are looked at first, and no answer is lost as a
 * whole.
 */
export function boundedGateway(gateway: ApolloGateway, supergraph: GraphQLSchema): Gateway {
  return {
    load: async (options) => {
      const { schema, executor } = await gateway.load(options);
      teachScalars(schema);
      return { schema, executor: boundExecutor(executor, { schema, supergraph }) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

/**
 * Gives the graph the scalars of the services: a wrong day is refused here, not by the one service that meets it while
 * others have already acted.
 */
function teachScalars(schema: GraphQLSchema): void {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalars)) {
    const scalar = schema.getType(name);
    if (scalar instanceof GraphQLScalarType) Object.assign(scalar, { parseValue, parseLiteral });
  }
}

function boundExecutor(
  executor: Executor,
  { schema, supergraph }: { schema: GraphQLSchema; supergraph: GraphQLSchema },
): Executor {
  const aliasErrors = misleadingAliases(neededFields(supergraph), schema);
  const required = requirements(supergraph);
  return async (request) => {
    const [misleading] = aliasErrors(request.document);
    const errors = misleading ? [misleading] : variableErrors(request, schema);
    if (errors.length > 0) return { errors };
    return completeAnswer(await executor(request).catch(refuseTooComplex), request, { supergraph, required });
  };
}

function variableErrors({ operation, document, request }: Request, schema: GraphQLSchema): readonly GraphQLError[] {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {}, {
    maxErrors: operationLimits.errors,
  });
  if (errors) return errors.slice(0, operationLimits.errors);

  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = { operation, fragments, variables: coerced };
  const nulls = nullArguments(schema, known);
  if (nulls.length > 0) return nulls.slice(0, operationLimits.errors);
  const cost = pageCost(schema, known);
  return cost > operationLimits.pageCost
    ? [tooLarge(`its pages may hold ${cost} entries, at most ${operationLimits.pageCost}`)]
    : [];
}

/** Turns the plain errors of the planner, which has limits of its own, into a refusal. */
function refuseTooComplex(error: unknown): Result {
  const planner =
    error instanceof Error &&
    /^(Number of non-local selections exceeds|Too many options generated)/.test(error.message);
  if (planner) return { errors: [tooLarge('too many ways to answer it')] };
  throw error;
}

function tooLarge(why: string): GraphQLError {
  return new GraphQLError(`The operation is too large: ${why}.`, {
    extensions: { code: 'OPERATION_TOO_LARGE', http: { status: 400 } },
  });
}

/** Where something went wrong, fields are null with an error, and the rest of the answer stands. */
function completeAnswer(
  { data = null, errors = [], extensions }: Result,
  { document, operation, context }: Request,
  { supergraph, required }: { supergraph: GraphQLSchema; required: Requirements },
): Result {
  const found: unknown = extensions?.valueCompletion;
  const broken = Array.isArray(found) ? found.filter((error) => error instanceof GraphQLError) : [];
  const all = errorsOfAnswer(
    {
      data,
      errors,
      broken: broken.map(({ message, path }) => new GraphQLError(message, { path })),
    },
    // Every request that is answered is one of a caller.
    { document, operation, losses: (context as GatewayRequest).losses, supergraph, required },
  );
  return { data, ...(all.length > 0 && { errors: all }) };
}
