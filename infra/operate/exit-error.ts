import { isToMend } from '#shared/service/cannot-start.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { Unavailable } from '#shared/refusal.ts';

/** Ends a program: the message is for the person at the shell, `exitCode` for the shell. */
export class ExitError extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExitError';
    this.exitCode = exitCode;
  }
}

/** Returns what a program ends with after this error. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ExitError) return error.exitCode;
  if (isToMend(error)) return exitCodes.config;
  // Clients of the engines name their own errors so; most are wrapped where they occur.
  const away = error instanceof Unavailable || (error instanceof Error && /^(Kafka|Mongo)/.test(error.name));
  return away ? exitCodes.unavailable : exitCodes.failed;
}
