import type { GraphQLFormattedError } from 'graphql';
import { presentable } from '../errors.ts';

export type SubgraphAnswer = { data?: Record<string, unknown>; errors?: GraphQLFormattedError[] };

/** The service answered something that is no answer. */
export class Garbage extends Error {}

/**
 * Reads what a service said, and believes nothing of it: the shape of an answer, one entry per asked entity, and of its
 * errors a path and an allowed code.
 */
export function subgraphAnswer(
  body: string,
  { codes, entities }: { codes: ReadonlySet<string>; entities: number | undefined },
): SubgraphAnswer {
  const answer = json(body);
  if (!isRecord(answer)) throw new Garbage();
  const { data, errors } = answer;
  if (data !== undefined && data !== null && !isRecord(data)) throw new Garbage();
  if (errors !== undefined && !(Array.isArray(errors) && errors.every(isRecord))) throw new Garbage();
  if (!data && !errors?.length) throw new Garbage();
  if (data && entities !== undefined && !(Array.isArray(data._entities) && data._entities.length === entities))
    throw new Garbage();
  return { ...(data && { data }), ...(errors && { errors: errors.map((error) => believed(error, codes)) }) };
}

function believed(
  { message, path, extensions }: Record<string, unknown>,
  codes: ReadonlySet<string>,
): GraphQLFormattedError {
  const code = isRecord(extensions) ? extensions.code : undefined;
  const shown = presentable(codes, { code, message });
  return { message: shown.message, ...(isPath(path) && { path }), extensions: { code: shown.code } };
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Garbage();
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPath(value: unknown): value is (string | number)[] {
  return Array.isArray(value) && value.every((part) => typeof part === 'string' || typeof part === 'number');
}
