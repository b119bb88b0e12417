import { pino, type Logger } from 'pino';
import { causesOf, labelOf } from './causes.ts';

export type Log = Logger;

/**
 * Makes a log that writes JSON lines on standard output. It writes only the fields of a call; never variables, names or
 * tokens.
 */
export function createLog(service: string, level: string): Log {
  return pino(
    {
      level,
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    },
    output,
  );
}

// pino's own output tries for ever to write what nobody reads any more, and keeps a process from ending with whoever
// started it.
const output = { write: (line: string) => void process.stdout.write(line) };
if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', () => undefined);

/**
 * Describes an error and its causes by name, type and code: their messages may quote stored or sent values, and
 * addresses.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error) && !Error.isError(error)) return { name: 'unknown' };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.trim());
  const [label, ...causes] = [...causesOf(error)].map(labelOf);
  return { ...label, causes: causes.length > 0 ? causes : undefined, frames };
}
