/**
 * What a program tells the shell, the same in all of them; infra/README.md explains each. From 64 on as sysexits.h has
 * them. With a wrong setting (`config`) starting again does not help, with an engine that is away (`unavailable`) it
 * does.
 */
export const exitCodes = {
  done: 0,
  no: 1,
  undecided: 2,
  usage: 64,
  unavailable: 69,
  failed: 70,
  busy: 75,
  refused: 77,
  config: 78,
  stopped: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
