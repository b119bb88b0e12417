import { ConfigError } from '#shared/settings/settings.ts';
import { Unavailable } from '#shared/refusal.ts';
import { settingAtFault } from '#shared/settings/setting-at-fault.ts';

/**
 * Turns what the client says into what the port promises. Everything but publishing is asked for by a process that
 * starts or by a command: one with a wrong setting is told which, by a `ConfigError`, since waiting would not help.
 */
export async function reached<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const fault = settingAtFault(error);
    if (fault !== undefined) throw new ConfigError([fault]);
    throw new Unavailable('the event log does not answer', { cause: error });
  }
}
