import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#shared/settings/settings.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import { assertNotMoved } from '#shared/settings/moved.ts';
import { services } from '../house/ports.ts';

/**
 * Where the house keeps what it has. Throws when there is no house or it has moved: a tool that opened the place would
 * make an empty one.
 */
export function houseEngines(env: NodeJS.ProcessEnv): EngineConfig {
  const config = engineConfig(env);
  const { dataDir, mongoUrl, kafka } = config;
  assertNotMoved(config);
  const files = ['events', ...services].map((name) => join(dataDir, `${name}.sqlite`));
  if ((mongoUrl === undefined || kafka === undefined) && !files.some((file) => existsSync(file)))
    throw new ConfigError([`DATA_DIR: there is no house in ${dataDir}`]);
  return config;
}
