import { parseArgs, type ParseArgsConfig } from 'node:util';
import { loadEnvFile } from './env-file.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { ExitError, exitCodeOf } from './exit-error.ts';

export type Program = {
  /** Every call, and what it does. */
  usage: string;
  /** Told to whoever stopped it: what was left as it is, or that it goes on when it is called again. */
  whenStopped: string;
  /** Looks at `stop` wherever it can leave off, and closes what it has opened. */
  run: (stop: AbortSignal) => Promise<ExitCode>;
};

/** Somebody who asked it to stop does not wait longer than this, e.g. for an engine that does not answer. */
const STOP_MS = 10_000;

/**
 * Runs a program of operators to its end: settings from `.env`, an order to stop, and for every outcome a line and an
 * exit code.
 */
export async function runProgram({ usage, whenStopped, run }: Program): Promise<void> {
  if (process.argv.slice(2).some((argument) => argument === '--help' || argument === '-h')) {
    say(usage);
    return;
  }
  const stop = stopOrder(whenStopped);
  try {
    loadEnvFile();
    process.exitCode = await run(stop);
  } catch (error) {
    process.exitCode = stop.aborted ? exitCodes.stopped : exitCodeOf(error);
    complain(stop.aborted ? whenStopped : messageOf(error, usage));
  }
}

/** Listens for an order to stop. Ctrl-C comes twice, from the terminal and from npm: the second changes nothing. */
function stopOrder(whenStopped: string): AbortSignal {
  const stop = new AbortController();
  const onSignal = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    setTimeout(() => {
      complain(whenStopped);
      process.exit(exitCodes.stopped);
    }, STOP_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stop.signal;
}

function messageOf(error: unknown, usage: string): string {
  if (!(error instanceof Error)) return 'It failed, for an unknown reason.';
  return exitCodeOf(error) === exitCodes.usage ? `${error.message}\n\n${usage}` : error.message;
}

/** Parses what a program was called with. Refuses what it does not know, instead of passing over it. */
export function argumentsOf<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw wrongCall(error instanceof Error ? error.message : 'The call is not understood.');
  }
}

/** Returns the error that ends a program with what is wrong about the call, and the usage below it. */
export function wrongCall(message: string): ExitError {
  return new ExitError(exitCodes.usage, message);
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}
