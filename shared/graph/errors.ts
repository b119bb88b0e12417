import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { INTERNAL_ERROR } from '#shared/http/problem.ts';
import type { Log } from '#shared/log.ts';
import { isRefusal, Refusal, Unavailable } from '#shared/refusal.ts';

/** Returns the error of a refused field, which is null in the answer. */
export function fieldRefusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code }, originalError: new Refusal(code, message) });
}

/** Names what the caller's request itself did wrong, as graphql calls it: its message may be told as it is. */
export const callerCodes: ReadonlySet<string> = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'INVALID_GRAPHQL',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'UNAUTHENTICATED',
]);

/** Makes the one place where an error becomes what a client sees: a code, and never a stack, path or driver text. */
export function formatErrors(log: Log): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = causeOf(error);
    const code = formatted.extensions?.code;
    if (isRefusal(cause)) return clientError(formatted, cause.code, cause.message);
    if (cause instanceof Unavailable) {
      if (cause.reason !== undefined)
        log.warn({ err: cause, path: formatted.path?.join('.') }, 'the store does not serve');
      return clientError(formatted, 'SERVICE_UNAVAILABLE', 'This cannot be answered at the moment; try again later.');
    }
    if (typeof code === 'string' && callerCodes.has(code))
      return clientError(formatted, code, withoutSuggestion(formatted.message));
    log.error({ err: cause, path: formatted.path?.join('.') }, 'request failed');
    return clientError(formatted, INTERNAL_ERROR.code, INTERNAL_ERROR.message);
  };
}

/**
 * Returns the message without names that the caller did not use: suggestions tell the schema to whoever may not ask for
 * it.
 */
export function withoutSuggestion(message: string): string {
  return message.replaceAll(/ ?Did you mean [^?]*(\?|$)/g, '');
}

/** Returns what a resolver threw; of a refused field, the refusal. */
function causeOf(error: unknown): unknown {
  const thrown = unwrapResolverError(error);
  return thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
}

function clientError({ path, locations }: GraphQLFormattedError, code: string, message: string): GraphQLFormattedError {
  return { message, ...(locations && { locations }), ...(path && { path }), extensions: { code } };
}
