import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { gatewayConfig, type Trust } from '../../gateway/config.ts';
import { allOrProblems, ConfigError, parseConfig } from '#shared/settings/settings.ts';
import { engineConfig } from '#shared/settings/engine-settings.ts';
import { serviceConfig } from '#shared/settings/service-settings.ts';
import type { HousePorts } from './ports.ts';

/** Settings that the house reads beside those of its processes. */
export const ownSettings = {
  /**
   * `on` plays the demo data in on the first start; never with an identity provider, whose users are not the demo's.
   */
  DEMO_DATA: z.enum(['on', 'off']).default('on'),
  /** Whether each process writes to a file of its own below the data folder, or all of them to the screen. */
  LOG: z.enum(['files', 'screen']).default('files'),
};

export type HouseSettings = {
  dataDir: string;
  ports: HousePorts;
  logTo: 'files' | 'screen';
  playDemo: boolean;
  trust: Trust['kind'];
  onEngines: boolean;
};

/** Reads the settings. Throws a `ConfigError` with everything that any process would refuse to start with. */
export function houseSettings(env: NodeJS.ProcessEnv, root: string): HouseSettings {
  const { own, gateway, engines, ...ports } = allOrProblems({
    engines: () => engineConfig(env),
    own: () => parseConfig(ownSettings, env),
    gateway: () => gatewayConfig(env),
    people: () => serviceConfig('people', env).port,
    cases: () => serviceConfig('cases', env).port,
    measures: () => serviceConfig('measures', env).port,
    employers: () => serviceConfig('employers', env).port,
    insights: () => serviceConfig('insights', env).port,
  });
  const housePorts = { ...ports, gateway: gateway.port };
  assertOwnPorts(housePorts);
  return {
    dataDir: isAbsolute(gateway.dataDir) ? gateway.dataDir : join(root, gateway.dataDir),
    ports: housePorts,
    logTo: own.LOG,
    playDemo: own.DEMO_DATA === 'on' && gateway.trust.kind === 'local',
    trust: gateway.trust.kind,
    onEngines: engines.mongoUrl !== undefined || engines.kafka !== undefined,
  };
}

function assertOwnPorts(ports: HousePorts): void {
  const named = Object.entries(ports).map(([name, port]) => ({ name: `${name.toUpperCase()}_PORT`, port }));
  const shared = [...Map.groupBy(named, ({ port }) => port)].filter(([, users]) => users.length > 1);
  if (shared.length > 0)
    throw new ConfigError(
      shared.map(
        ([port, users]) => `${users.map(({ name }) => name).join(', ')}: ${port} can be the port of one process alone`,
      ),
    );
}
