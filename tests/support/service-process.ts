import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePorts } from '#infra/house/ports.ts';
import { portSetting, type ServiceName } from '#shared/settings/settings.ts';
import { ensureKeyPair } from '#shared/identity/keys.ts';
import { eventually } from './eventually.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_MS = 60_000;

export type ServiceProcess = AsyncDisposable & {
  /** All it wrote, its log and its last words. */
  said: () => string;
  /** What it ended with. */
  code: Promise<number | null>;
  /** Where it answers. */
  address: string;
  /** Resolves when it answers on its port. */
  ready: () => Promise<void>;
  kill: (signal: NodeJS.Signals) => void;
};

/** Starts one service by itself, as an operator does, with keys below the folder. */
export async function serviceProcess(
  name: ServiceName,
  dataDir: string,
  env: NodeJS.ProcessEnv = {},
): Promise<ServiceProcess> {
  const port = (await freePorts())[name];
  const address = `http://127.0.0.1:${port}`;
  const settings = {
    DATA_DIR: dataDir,
    INTERNAL_PUBLIC_KEY_FILE: ensureKeyPair(`${dataDir}.keys`).publicKeyFile,
    MONGO_URL: '',
    KAFKA_BROKERS: '',
    [portSetting(name)]: String(port),
  };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `services/${name}/main.ts`], {
    cwd: root,
    env: { ...process.env, ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (said += chunk.toString()));
  const code = new Promise<number | null>((resolve) => child.once('close', resolve));
  return {
    said: () => said,
    code,
    address,
    ready: () => eventually(async () => void (await fetch(`${address}/readyz`)), START_MS),
    kill: (signal) => void child.kill(signal),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await code;
    },
  };
}
