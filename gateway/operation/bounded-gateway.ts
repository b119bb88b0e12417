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
import { misleadingAliases } from './misleading-alias.ts';
import type { NeededFields } from './needed-fields.ts';
import { pageCost } from './page-cost.ts';

type Gateway = ApolloServerOptionsWithGateway<object>['gateway'];
type Executor = NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>;
type Request = Parameters<Executor>[0];
type Result = Awaited<ReturnType<Executor>>;

/**
 * The gateway as it is, except that aliases, variables and page sizes are looked at first, and no answer is lost as a
 * whole.
 */
export function boundedGateway(gateway: ApolloGateway, needed: NeededFields): Gateway {
  return {
    load: async (options) => {
      const { schema, executor } = await gateway.load(options);
      teachScalars(schema);
      return { schema, executor: boundExecutor(executor, { schema, needed }) };
    },
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
  };
}

/** Wrong days are refused here, and not by the one service that meets them while others have already acted. */
function teachScalars(schema: GraphQLSchema): void {
  for (const [name, { parseValue, parseLiteral }] of Object.entries(scalars)) {
    const scalar = schema.getType(name);
    if (scalar instanceof GraphQLScalarType) Object.assign(scalar, { parseValue, parseLiteral });
  }
}

function boundExecutor(
  executor: Executor,
  { schema, needed }: { schema: GraphQLSchema; needed: NeededFields },
): Executor {
  const aliasErrors = misleadingAliases(needed, schema);
  return async (request) => {
    const [misleading] = aliasErrors(request.document);
    const errors = misleading ? [misleading] : variableErrors(request, schema);
    if (errors.length > 0) return { errors };
    return completeAnswer(await executor(request).catch(refuseTooComplex));
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
  const cost = pageCost(schema, { operation, fragments, variables: coerced });
  return cost > operationLimits.pageCost
    ? [tooLarge(`its pages may hold ${cost} entries, at most ${operationLimits.pageCost}`)]
    : [];
}

/** The planner has limits of its own and says so with plain errors. */
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

/** Where a service breaks its own schema, its fields are null with an error, and the rest of the answer stands. */
function completeAnswer({ data, errors, extensions }: Result): Result {
  const broken: unknown = extensions?.valueCompletion;
  const completed = Array.isArray(broken) ? broken.filter((error) => error instanceof GraphQLError) : [];
  const all = [...(errors ?? []), ...completed.map(({ message, path }) => new GraphQLError(message, { path }))];
  return { data: data ?? null, ...(all.length > 0 && { errors: all }) };
}
