import { spawn, type ChildProcess } from 'node:child_process';
import type { WriteStream } from 'node:fs';

/** A configuration the process cannot start with (EX_CONFIG): starting it again would not help. */
const HOPELESS = 78;
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

export type ProcessOf = { name: string; file: string; env: NodeJS.ProcessEnv; log: WriteStream; heapMb: number; onRestart: (name: string, reason: string) => void };

/** Starts a process and starts it again when it dies, with growing pauses. */
export function watchProcess({ name, file, env, log, heapMb, onRestart }: ProcessOf): WatchedProcess {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => undefined);
  let child: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  let stopping = false;
  let settled = false;
  let deaths = 0;

  const start = (): void => {
    const startedAt = performance.now();
    const said = lastLine();
    // The channel tells the child when this process is gone, however it went; a group of its own, so that Ctrl-C reaches
    // this process alone and the order of the stop is ours.
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${heapMb}`, '--max-semi-space-size=4', file], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'], detached: true });
    child.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      said.hear(chunk);
      log.write(chunk);
    });
    child.once('exit', (code, signal) => {
      child = undefined;
      if (stopping) return;
      const reason = said.line() ?? (signal === null ? `ended with code ${code ?? '?'}` : `was ended by ${signal}`);
      deaths = performance.now() - startedAt > STABLE_MS ? 1 : deaths + 1;
      if (code === HOPELESS || (!settled && deaths >= TRIES)) {
        reject(new Error(`${name}: ${reason}`));
        return;
      }
      onRestart(name, reason);
      timer = setTimeout(start, Math.min(FIRST_PAUSE_MS * 2 ** (deaths - 1), LONGEST_PAUSE_MS));
    });
  };
  start();

  return {
    pid: () => child?.pid,
    failed,
    settled: () => void (settled = true),
    stop: async () => {
      stopping = true;
      clearTimeout(timer);
      if (child) await ended(child);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(impatient);
}

/** What a dying process said last says why, better than its exit code: the error's own line rather than its stack. */
function lastLine(): { hear: (chunk: Buffer) => void; line: () => string | undefined } {
  let text = '';
  return {
    hear: (chunk) => void (text = (text + chunk.toString()).slice(-4000)),
    line: () => {
      const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('at ') && !line.startsWith('Node.js v'));
      return lines.find((line) => /^\w*Error\b/.test(line)) ?? (lines.length > 0 ? lines.join('; ').slice(0, 500) : undefined);
    },
  };
}
