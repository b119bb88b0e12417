import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { runInOwnProcess } from './own-process.ts';

/**
 * Has what the engines lack made, by the program that tells what was missing. Answers whether a setting is wrong, or an
 * engine away.
 */
export async function prepareEngines(stop: AbortSignal): Promise<ExitCode> {
  const code = await runInOwnProcess('infra/operate/provision.ts', { stop });
  if (code === exitCodes.done || code === exitCodes.config) return code;
  return exitCodes.unavailable;
}
