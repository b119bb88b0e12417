import { portSetting } from '#shared/settings/settings.ts';
import type { KeyPairFiles } from '#shared/identity/keys.ts';
import { services, type HousePorts } from './ports.ts';

const HERE = '127.0.0.1';

type EnvironmentOptions = { dataDir: string; ports: HousePorts; keys: KeyPairFiles; env: NodeJS.ProcessEnv };

/**
 * What each process of the house reads. Only the door may be open to others: the services are for the gateway alone.
 */
export function environmentOf(name: string, { dataDir, ports, keys, env }: EnvironmentOptions): NodeJS.ProcessEnv {
  return {
    ...env,
    ...(name !== 'gateway' && { HOST: HERE }),
    DATA_DIR: dataDir,
    INTERNAL_PUBLIC_KEY_FILE: keys.publicKeyFile,
    INTERNAL_PRIVATE_KEY_FILE: keys.privateKeyFile,
    GATEWAY_PORT: String(ports.gateway),
    ...Object.fromEntries(services.map((service) => [portSetting(service), String(ports[service])])),
    APOLLO_TELEMETRY_DISABLED: '1',
    // glibc's arena per thread costs some 25 MB in each process and wins nothing where one thread does the work.
    MALLOC_ARENA_MAX: '1',
    NODE_OPTIONS: '',
  };
}

/** Returns where a process is asked on this machine. A door that is open on all addresses is open here too. */
export function addressOf(name: string, port: number, env: NodeJS.ProcessEnv): string {
  const host = name === 'gateway' && env.HOST ? env.HOST : HERE;
  if (host === '0.0.0.0' || host === '::') return `http://${HERE}:${port}`;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
