import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { portSetting } from '#shared/config.ts';
import { ensureKeyPair } from '#shared/keys.ts';
import { openLog } from './log-file.ts';
import { lockFolder } from './lock.ts';
import { services, type HousePorts } from './ports.ts';
import { watchProcess, type WatchedProcess } from './watched-process.ts';

export type ProcessName = keyof HousePorts;
export type HouseOf = { dataDir: string; ports: HousePorts; env?: NodeJS.ProcessEnv; onRestart?: (name: string, reason: string) => void };

/** Every service and the gateway as processes of their own, on this machine. */
export type House = {
  url: string;
  dataDir: string;
  ports: HousePorts;
  pids: () => Record<ProcessName, number | undefined>;
  /** Ends one process as a crash would; it is started again. */
  kill: (name: ProcessName) => void;
  /** The gateway first, so that nobody is cut off half-way; then the services, which publish what they have committed. */
  stop: () => Promise<void>;
};

const READY_MS = 60_000;
/** Megabytes of old space; a process that wants more than this leaks. */
const HEAP_MB = { service: 112, gateway: 160 } as const;
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Resolves when all of it answers; rejects, with everything stopped, when a process cannot start. */
export async function startHouse({ dataDir, ports, env = {}, onRestart = () => undefined }: HouseOf): Promise<House> {
  const lock = lockFolder(dataDir);
  const keys = ensureKeyPair(join(dataDir, 'keys'));
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const settings: NodeJS.ProcessEnv = {
    ...process.env,
    ...env,
    DATA_DIR: dataDir,
    INTERNAL_PUBLIC_KEY_FILE: keys.publicKeyFile,
    INTERNAL_PRIVATE_KEY_FILE: keys.privateKeyFile,
    GATEWAY_PORT: String(ports.gateway),
    ...Object.fromEntries(services.map((name) => [portSetting(name), String(ports[name])])),
    APOLLO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '',
  };
  const start = (name: ProcessName): WatchedProcess =>
    watchProcess({
      name,
      file: join(root, name === 'gateway' ? 'gateway/main.ts' : `services/${name}/main.ts`),
      env: settings,
      log: openLog(join(dataDir, 'logs', `${name}.log`)),
      heapMb: name === 'gateway' ? HEAP_MB.gateway : HEAP_MB.service,
      onRestart,
    });
  const names: ProcessName[] = [...services, 'gateway'];
  const processes = new Map(names.map((name) => [name, start(name)]));
  const stop = async (): Promise<void> => {
    await processes.get('gateway')?.stop();
    await Promise.all([...processes.values()].map((process) => process.stop()));
    lock.release();
  };
  try {
    await Promise.all(names.map((name) => ready({ name, port: ports[name] }, processes.get(name))));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${ports.gateway}`,
    dataDir,
    ports,
    // `names` are the keys of HousePorts.
    pids: () => Object.fromEntries(names.map((name) => [name, processes.get(name)?.pid()])) as Record<ProcessName, number | undefined>,
    kill: (name) => {
      const pid = processes.get(name)?.pid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    stop,
  };
}

async function ready({ name, port }: { name: string; port: number }, process: WatchedProcess | undefined): Promise<void> {
  const answers = async (): Promise<void> => {
    const end = performance.now() + READY_MS;
    while (performance.now() < end) {
      const ok = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1000) }).then((response) => response.ok, () => false);
      if (ok) return;
      await pause(50);
    }
    throw new Error(`${name}: did not get ready within ${READY_MS / 1000} s; its log says why`);
  };
  await Promise.race([answers(), process?.failed]);
  process?.settled();
}
