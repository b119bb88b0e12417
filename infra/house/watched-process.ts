import { spawn, type ChildProcess } from 'node:child_process';
import { exitCodes } from '#shared/service/exit-codes.ts';
import { errorOutput } from './exit-reason.ts';
import type { ProcessLog } from './log-file.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 15_000;
/** Having lived this long, it does not fail at its start: the pauses begin anew. */
const STABLE_MS = 5000;
/** Dying this often before it was ever ready, it will not get there. */
const TRIES = 5;
const STOP_MS = 12_000;

export type WatchedProcess = {
  pid: () => number | undefined;
  /** Rejects with why, in one line, when it cannot start. */
  failed: Promise<never>;
  /** It answers now: from here on it is started again for ever. */
  settled: () => void;
  stop: () => Promise<void>;
};

export type ProcessOptions = {
  name: string;
  file: string;
  env: NodeJS.ProcessEnv;
  log: ProcessLog;
  onRestart: (name: string, reason: string) => void;
};

/** Starts a process and starts it again when it dies, with growing pauses. */
export function watchProcess(process: ProcessOptions): WatchedProcess {
  const { name, onRestart } = process;
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let settled = false;
  let deaths = 0;

  const onDeath = ({ code, reason, livedMs }: Death): void => {
    child = undefined;
    if (stopping) return;
    deaths = livedMs > STABLE_MS ? 1 : deaths + 1;
    // With a setting that is wrong, starting it again would not help.
    const hopeless = code === exitCodes.config;
    if (!settled && (hopeless || deaths >= TRIES)) {
      reject(new Error(`${name}: ${reason}`));
      return;
    }
    onRestart(name, reason);
    timer = setTimeout(start, hopeless ? LONGEST_PAUSE_MS : pauseAfter(deaths));
  };
  const start = (): void => void (child = spawnProcess(process, onDeath));
  start();

  return {
    pid: () => child?.pid,
    failed,
    settled: () => void (settled = true),
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child) await endProcess(child);
    },
  };
}

function pauseAfter(deaths: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (deaths - 1), LONGEST_PAUSE_MS);
}

type Death = { code: number | null; reason: string; livedMs: number };

function spawnProcess({ name, file, env, log }: ProcessOptions, onDeath: (death: Death) => void): ChildProcess {
  const startedAt = performance.now();
  const errors = errorOutput(name);
  const flags = ['--disable-warning=ExperimentalWarning'];
  // The channel tells the child when this process is gone, however it went; a group of its own, so that Ctrl-C reaches
  // this process alone and the order of the stop is ours.
  const child = spawn(process.execPath, [...flags, file], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
    windowsHide: true,
  });
  child.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
  child.stderr?.on('data', (chunk: Buffer) => {
    errors.add(chunk);
    log.write(chunk);
  });
  child.once('error', ({ message }) => {
    if (child.pid === undefined) onDeath({ code: null, reason: message, livedMs: 0 });
  });
  // Unlike `exit`, after everything it said was heard.
  child.once('close', (code, signal) =>
    onDeath({ code, reason: errors.exitReason(code, signal), livedMs: performance.now() - startedAt }),
  );
  return child;
}

async function endProcess(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  // Windows knows no polite signal: there the end of the channel says it.
  if (process.platform === 'win32') child.disconnect();
  else child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(impatient);
}
