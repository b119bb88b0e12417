import { z } from 'zod';
import {
  allOrProblems,
  commonSettings,
  parseConfig,
  port,
  portSetting,
  servicePorts,
  type ServiceName,
} from './settings.ts';
import { engineConfig, type EngineConfig } from './engine-settings.ts';

export type ServiceConfig = {
  service: ServiceName;
  host: string;
  port: number;
  logLevel: string;
  internalPublicKeyFile: string;
  engines: EngineConfig;
  /** The bytes that are to stay free where the files are. */
  roomBytes: number;
};

const ROOM = 'must be a number of megabytes, 0 or more';

/** What every service reads beside the common settings. */
export const roomSetting = {
  /** Below so much room on the disk of the files a service warns, before it is full. */
  DISK_MARGIN_MB: z.coerce.number(ROOM).int(ROOM).min(0, ROOM).default(500),
};

/** Returns the settings of a service. Throws a `ConfigError` with every problem. */
export function serviceConfig(service: ServiceName, env: NodeJS.ProcessEnv): ServiceConfig {
  const { own, engines } = allOrProblems({
    own: () =>
      parseConfig({ ...commonSettings, ...roomSetting, PORT: port(servicePorts[service]) }, env, {
        PORT: portSetting(service),
      }),
    engines: () => engineConfig(env),
  });
  return {
    service,
    host: own.HOST,
    port: own.PORT,
    logLevel: own.LOG_LEVEL,
    internalPublicKeyFile: own.INTERNAL_PUBLIC_KEY_FILE,
    engines,
    roomBytes: own.DISK_MARGIN_MB * 1_000_000,
  };
}
