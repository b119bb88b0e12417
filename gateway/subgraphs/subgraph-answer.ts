import type { GraphQLFormattedError } from 'graphql';
import { presentableError } from '../operation/client-errors.ts';

export type SubgraphAnswer = { data?: Record<string, unknown>; errors?: GraphQLFormattedError[] };

/** The service answered something that is no answer. */
export class UnreadableAnswer extends Error {}

/**
 * Reads the answer of a service, and believes nothing of it: checks its shape, one entry per asked entity, and of its
 * errors path and code.
 */
export function readSubgraphAnswer(
  body: string,
  { codes, entities }: { codes: ReadonlySet<string>; entities: number | undefined },
): SubgraphAnswer {
  const answer = parseJsonAnswer(body);
  if (!isRecord(answer)) throw new UnreadableAnswer();
  const { data, errors } = answer;
  if (data !== undefined && data !== null && !isRecord(data)) throw new UnreadableAnswer();
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isRecord))) throw new UnreadableAnswer();
  if (!data && !errors?.length) throw new UnreadableAnswer();
  if (data && entities !== undefined && !(Array.isArray(data._entities) && data._entities.length === entities))
    throw new UnreadableAnswer();
  return { ...(data && { data }), ...(errors && { errors: errors.map((error) => clientError(error, codes)) }) };
}

function clientError(
  { message, path, extensions }: Record<string, unknown>,
  codes: ReadonlySet<string>,
): GraphQLFormattedError {
  const code = isRecord(extensions) ? extensions.code : undefined;
  const shown = presentableError(codes, { code, message });
  return { message: shown.message, ...(isPath(path) && { path }), extensions: { code: shown.code } };
}

function parseJsonAnswer(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnreadableAnswer();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
}
