import { unwrapResolverError } from '@apollo/server/errors';
import { isEnumType, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { callerCodes, withoutSuggestion } from '#shared/graph/errors.ts';
import { INTERNAL_ERROR } from '#shared/http/problem.ts';
import type { Log } from '#shared/log.ts';

/** The codes that a service may answer about a field. The codes of refusals are listed in the schema. */
const SERVICE_CODES = [
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'INVALID_INPUT',
  'INVALID_CURSOR',
  'SERVICE_UNAVAILABLE',
];

const LONGEST_SENTENCE = 500;

/**
 * Finds what a sentence for a client never carries: a place in our code or network, a driver's words, or the schema's
 * neighbours.
 */
const LEAK = new RegExp(
  [
    String.raw`\bat .+\.[tj]s:\d+|node_modules|stacktrace|serviceName`,
    String.raw`ECONN\w+|ENOTFOUND|https?:\/\/|\b\d{1,3}(\.\d{1,3}){3}\b`,
    String.raw`mongodb(\+srv)?:|E11000|MongoServerError|CastError|SQLITE|kafka`,
  ].join('|'),
  'i',
);

/** Returns the codes that services may answer with, as the graph's own schema lists them. */
export function serviceCodes(schema: GraphQLSchema): ReadonlySet<string> {
  const refusals = schema.getType('RefusalCode');
  return new Set([...SERVICE_CODES, ...(isEnumType(refusals) ? refusals.getValues().map(({ name }) => name) : [])]);
}

/** Returns the code and sentence that may leave; an error that is not on the list stays unexplained. */
export function presentableError(
  codes: ReadonlySet<string>,
  { code, message }: { code: unknown; message: unknown },
): { code: string; message: string } {
  if (typeof code !== 'string' || typeof message !== 'string' || !codes.has(code)) return INTERNAL_ERROR;
  const sentence = withoutSuggestion(shorten(message));
  return { code, message: LEAK.test(sentence) ? 'The request could not be answered.' : sentence };
}

/** Formats every error on its way out. */
export function clientErrors(
  codes: ReadonlySet<string>,
  log: Log,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  const allowed = new Set([...callerCodes, 'OPERATION_TOO_LARGE', ...codes]);
  return ({ message, extensions, path, locations }, error) => {
    const shown = presentableError(allowed, { code: extensions?.code, message });
    if (shown.code === INTERNAL_ERROR.code && extensions?.code !== INTERNAL_ERROR.code)
      log.error({ err: unwrapResolverError(error), path: path?.join('.') }, 'request failed');
    return {
      message: shown.message,
      ...(locations && { locations }),
      ...(path && { path }),
      extensions: { code: shown.code },
    };
  };
}

/** Adds the request id to unexplained errors: our log has the cause under it. */
export function withRequestId(errors: readonly GraphQLFormattedError[], requestId: string): GraphQLFormattedError[] {
  return errors.map((error) =>
    error.extensions?.code === INTERNAL_ERROR.code
      ? { ...error, extensions: { ...error.extensions, requestId } }
      : error,
  );
}

/**
 * Returns the beginning of a long message: graphql quotes what was sent, and searching all of it would hold up
 * everybody else for seconds.
 */
function shorten(message: string): string {
  return message.length <= LONGEST_SENTENCE ? message : `${message.slice(0, LONGEST_SENTENCE)}…`;
}
