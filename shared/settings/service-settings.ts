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
};

/** Returns the settings of a service. Throws a `ConfigError` with every problem. */
export function serviceConfig(service: ServiceName, env: NodeJS.ProcessEnv): ServiceConfig {
  const { own, engines } = allOrProblems({
    own: () =>
      parseConfig({ ...commonSettings, PORT: port(servicePorts[service]) }, env, { PORT: portSetting(service) }),
    engines: () => engineConfig(env),
  });
  return {
    service,
    host: own.HOST,
    port: own.PORT,
    logLevel: own.LOG_LEVEL,
    internalPublicKeyFile: own.INTERNAL_PUBLIC_KEY_FILE,
    engines,
  };
}
