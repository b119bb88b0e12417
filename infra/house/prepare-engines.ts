import { exits, type Exit } from '../operate/exit-error.ts';
import { inOwnProcess } from './own-process.ts';

/** Has what the engines lack made, by the program that tells what was missing. Answers whether a setting is wrong, or an engine away. */
export async function enginesReady(stop: AbortSignal): Promise<Exit> {
  const code = await inOwnProcess('infra/operate/provision.ts', { stop });
  if (code === exits.done || code === exits.config) return code;
  return exits.unavailable;
}
