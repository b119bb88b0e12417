import { ConfigError } from '#shared/settings/settings.ts';
import { Unavailable } from '#shared/refusal.ts';
import { settingAtFault } from '#shared/settings/setting-at-fault.ts';

/**
 * Waits for the brokers and turns the client's errors into those of the port. Everything but publishing is asked by a
 * process that starts or by a command: a wrong setting ends it with a `ConfigError`, since waiting would not help.
 */
export async function awaitBrokers<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const fault = settingAtFault(error);
    if (fault !== undefined) throw new ConfigError([fault]);
    throw new Unavailable('the event log does not answer', { cause: error });
  }
}
