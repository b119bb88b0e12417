import { ConfigError } from '#shared/settings/settings.ts';
import { Unavailable } from '#shared/refusal.ts';
import { settingAtFault } from '#shared/settings/setting-at-fault.ts';

/**
 * Names the setting when an engine fails: one that is away by the setting that holds its address, since the address may
 * hold a password; one that refuses what is set, by that setting.
 */
export async function nameSettingAtFault<Result>(setting: string, work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const fault = settingAtFault(error);
    if (fault !== undefined) throw new ConfigError([fault]);
    if (error instanceof Unavailable || (error instanceof Error && error.name.startsWith('KafkaJS')))
      throw new Unavailable(`${setting}: nothing that answers there`, { cause: error });
    throw error;
  }
}
