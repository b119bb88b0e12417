import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { portSetting } from '#shared/settings/settings.ts';
import { freePorts, services } from '../house/ports.ts';

/** A house as `npm start` starts it, without demo data, on engines and ports of its own. */
export type HouseProcess = { url: string; pid: number; stop: () => Promise<void> };

const start = fileURLToPath(new URL('../house/start.ts', import.meta.url));

/** Resolves when all of it answers. `env` says where it keeps what it has, and whose tokens it trusts. */
export async function startHouseProcess(env: NodeJS.ProcessEnv): Promise<HouseProcess> {
  const ports = await freePorts();
  const child = spawn(process.execPath, [...process.execArgv, start], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      ...env,
      DEMO_DATA: 'off',
      LOG_LEVEL: 'warn',
      HOST: '',
      GATEWAY_PORT: String(ports.gateway),
      ...Object.fromEntries(services.map((service) => [portSetting(service), String(ports[service])])),
    },
  });
  const ended = once(child, 'close');
  const answers = Promise.withResolvers<undefined>();
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('All services answer')) answers.resolve(undefined);
  });
  await Promise.race([answers.promise, ended.then(() => Promise.reject(new Error('The house did not start.')))]);
  if (child.pid === undefined) throw new Error('The house did not start.');
  return {
    url: `http://127.0.0.1:${ports.gateway}`,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
