import { exits as startExits, isToMend } from '#shared/service/cannot-start.ts';
import { Unavailable } from '#shared/refusal.ts';

/** What a program tells the shell, the same in all of them; infra/README.md explains each. From 64 on as sysexits.h has them. */
export const exitCodes = {
  ...startExits,
  done: 0,
  no: 1,
  undecided: 2,
  usage: 64,
  failed: 70,
  busy: 75,
  refused: 77,
  stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a program: the message is for the person at the shell, `exit` for the shell. */
export class ExitError extends Error {
  readonly exit: ExitCode;

  constructor(exit: ExitCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Ended';
    this.exit = exit;
  }
}

export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof ExitError) return error.exit;
  if (isToMend(error)) return exitCodes.config;
  // Clients of the engines name their own errors so; most are wrapped where they occur.
  const away = error instanceof Unavailable || (error instanceof Error && /^(Kafka|Mongo)/.test(error.name));
  return away ? exitCodes.unavailable : exitCodes.failed;
}
