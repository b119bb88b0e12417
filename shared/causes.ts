import { sqliteCode, sqliteCodeName } from '#shared/documents/sqlite/result-codes.ts';
import { Unavailable } from './refusal.ts';

/** An error as it may be told: what it says itself may quote values or addresses, and stays untold. */
export type ErrorLabel = {
  name: string;
  type: string | undefined;
  code: string | undefined;
  /** Why the store or the log does not serve. */
  reason?: string;
};

const DEEPEST = 8;

/**
 * Returns the error and its causes, as far as they are known: causes, the parts of a collected error, and the error of
 * each server of a database.
 */
export function* causesOf(error: unknown, depth = 0): Generator<object> {
  if (typeof error !== 'object' || error === null || depth > DEEPEST) return;
  // Not all of them are of this module's Error, and not everything that is named as a cause is an error.
  if ('message' in error) yield error;
  const { cause, errors, servers } = error as { cause?: unknown; errors?: unknown; servers?: unknown };
  yield* causesOf(cause, depth + 1);
  if (Array.isArray(errors)) for (const each of errors) yield* causesOf(each, depth + 1);
  if (servers instanceof Map)
    for (const each of servers.values()) yield* causesOf((each as { error?: unknown }).error, depth + 1);
}

export function labelOf(error: object): ErrorLabel {
  const { name, type, code } = error as Record<string, unknown>;
  const text = (value: unknown): string | undefined =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  const ofSqlite = sqliteCode(error);
  return {
    name: text(name) ?? 'unknown',
    type: text(type),
    code: ofSqlite === undefined ? text(code) : sqliteCodeName(ofSqlite),
    ...(error instanceof Unavailable && error.reason !== undefined && { reason: error.reason }),
  };
}
