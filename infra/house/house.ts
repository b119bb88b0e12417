import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureKeyPair } from '#shared/identity/keys.ts';
import { addressOf, environmentOf } from './environment.ts';
import { lockFolder } from './lock.ts';
import { logFile, screenLog } from './log-file.ts';
import { assertPortsFree, services, type HousePorts } from './ports.ts';
import { waitUntilReady } from './wait-until-ready.ts';
import { watchProcess, type WatchedProcess } from './watched-process.ts';

export type ProcessName = keyof HousePorts;
export type HouseOptions = {
  dataDir: string;
  ports: HousePorts;
  /** Settings that differ from those of this process. */
  env?: NodeJS.ProcessEnv;
  logTo?: 'files' | 'screen';
  onRestart?: (name: string, reason: string) => void;
  /** Ends a start that is under way. */
  signal?: AbortSignal;
};

/** Every service and the gateway as processes of their own, on this machine. */
export type House = {
  url: string;
  dataDir: string;
  ports: HousePorts;
  pids: () => Record<ProcessName, number | undefined>;
  /** Ends one process as a crash would; it is started again. */
  kill: (name: ProcessName) => void;
  /**
   * The gateway first, so that nobody is cut off half-way; then the services, which publish what they have committed.
   */
  stop: () => Promise<void>;
};

/** What a house that was killed needs until its processes have noticed and stopped. */
const FORMER_HOUSE_MS = 15_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const names: ProcessName[] = [...services, 'gateway'];

/** Starts the house. Resolves when all of it answers; rejects, with everything stopped, when a process cannot start. */
export async function startHouse(of: HouseOptions): Promise<House> {
  const lock = lockFolder(of.dataDir);
  try {
    await assertPortsFree(of.ports, lock.tookOver ? FORMER_HOUSE_MS : 0);
    const house = await started(of);
    return { ...house, stop: () => house.stop().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function started(of: HouseOptions): Promise<House> {
  const { dataDir, ports, signal } = of;
  const env = { ...process.env, ...of.env };
  const { processes, stop } = processesOf(of, env);
  const given = new AbortController();
  const until = signal ? AbortSignal.any([signal, given.signal]) : given.signal;
  try {
    await Promise.all(
      names.map(async (name) => {
        await Promise.race([
          waitUntilReady({ name, address: addressOf(name, ports[name], env) }, until),
          processes[name].failed,
        ]);
        processes[name].settled();
      }),
    );
  } catch (error) {
    given.abort();
    await stop();
    throw error;
  }
  return {
    url: addressOf('gateway', ports.gateway, env),
    dataDir,
    ports,
    pids: () => eachName((name) => processes[name].pid()),
    kill: (name) => {
      const pid = processes[name].pid();
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    stop,
  };
}

function processesOf(
  { dataDir, ports, logTo = 'files', onRestart = () => undefined }: HouseOptions,
  env: NodeJS.ProcessEnv,
): { processes: Record<ProcessName, WatchedProcess>; stop: () => Promise<void> } {
  const keys = ensureKeyPair(join(dataDir, 'keys'));
  const logs = join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true, mode: 0o700 });
  const logOf = eachName((name) => (logTo === 'screen' ? screenLog : logFile(join(logs, `${name}.log`))));
  const processes = eachName((name) =>
    watchProcess({
      name,
      file: join(root, name === 'gateway' ? 'gateway/main.ts' : `services/${name}/main.ts`),
      env: environmentOf(name, { dataDir, ports, keys, env }),
      log: logOf[name],
      onRestart,
    }),
  );
  const stop = async (): Promise<void> => {
    await processes.gateway.stop();
    await Promise.all(services.map((name) => processes[name].stop()));
    for (const log of Object.values(logOf)) log.close();
  };
  return { processes, stop };
}

function eachName<Of>(make: (name: ProcessName) => Of): Record<ProcessName, Of> {
  return {
    people: make('people'),
    cases: make('cases'),
    measures: make('measures'),
    employers: make('employers'),
    insights: make('insights'),
    gateway: make('gateway'),
  };
}
