import { ConfigError } from '#shared/settings/settings.ts';
import { HouseMoved } from '#shared/settings/moved.ts';
import { NotProvisioned } from '#shared/settings/not-provisioned.ts';
import { Unavailable } from '#shared/refusal.ts';
import { exitCodes } from './exit-codes.ts';
import { StoreBehindLog } from '#shared/delivery/store-behind-log.ts';

/** The address of the process, and the setting that gives its port. */
export type Listens = { host: string; port: number; portSetting: string };

/** True when somebody has to mend something before another try can succeed. */
export function isToMend(error: unknown): error is ConfigError | NotProvisioned | StoreBehindLog | HouseMoved {
  return (
    error instanceof ConfigError ||
    error instanceof NotProvisioned ||
    error instanceof StoreBehindLog ||
    error instanceof HouseMoved
  );
}

/**
 * Returns one line that says why a process cannot start, and its exit code; undefined for a fault of ours, which its
 * stack explains.
 */
export function cannotStart(error: unknown, listens: Listens): { line: string; code: number } | undefined {
  const config = (line: string) => ({ line, code: exitCodes.config });
  if (error instanceof ConfigError) return config(error.problems.length === 1 ? error.problems.join() : error.message);
  if (isToMend(error)) return config(error.message);
  if (error instanceof Unavailable) return { line: error.message, code: exitCodes.unavailable };
  const line = notListening(error, listens);
  return line === undefined ? undefined : config(line);
}

function notListening(error: unknown, { host, port, portSetting }: Listens): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  if (error.syscall !== 'listen' && error.syscall !== 'getaddrinfo') return undefined;
  switch (error.code) {
    case 'EADDRINUSE':
      return `port ${port} is taken; set ${portSetting} to another one`;
    case 'EACCES':
      return `port ${port} may not be used by this user; set ${portSetting} to one above 1023`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAFNOSUPPORT':
      return `HOST: ${host} is no address of this machine`;
    default:
      return undefined;
  }
}
