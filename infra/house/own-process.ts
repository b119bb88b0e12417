import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export type OwnProcessOptions = {
  args?: readonly string[];
  env?: NodeJS.ProcessEnv;
  /** Whether its output is shown; errors are shown in any case. */
  shown?: boolean;
  stop?: AbortSignal;
};

/**
 * Runs a program of this project, named by its path in it, in a process of its own, whose memory is free afterwards.
 * Returns its exit code; null when it was killed.
 */
export async function runInOwnProcess(
  program: string,
  { args = [], env = process.env, shown = false, stop }: OwnProcessOptions = {},
): Promise<number | null> {
  const file = join(root, program);
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    env,
    stdio: ['ignore', shown ? 'inherit' : 'ignore', 'inherit'],
  });
  const kill = (): void => void child.kill();
  stop?.addEventListener('abort', kill);
  const [code] = (await once(child, 'close')) as [number | null];
  stop?.removeEventListener('abort', kill);
  return code;
}
