import { createHash } from 'node:crypto';
import { exitCodes } from '#shared/service/exit-codes.ts';
import { ExitError } from '../exit-error.ts';

/** Returns the same text for the same data, whatever order an engine gives its fields back in. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url');
}

/** Returns one fingerprint for many, whatever order they come in. */
export function combined(fingerprints: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const each of [...fingerprints].sort()) hash.update(each);
  return hash.digest('base64url').slice(0, 12);
}

/** Sums up one side of a comparison. */
export type Checksum = { count: number; hash: string };
export type Comparison = { what: string; from: Checksum; to: Checksum };

/** Refuses a move: the target, or what lies in the log, is not what a house may move to. */
export class MoveRefused extends ExitError {
  constructor(message: string) {
    super(exitCodes.refused, message);
  }
}
