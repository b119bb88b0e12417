import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { OwnEngines } from '#infra/bench/own-engines.ts';

const command = fileURLToPath(new URL('../../infra/operate/move.ts', import.meta.url));

/** `npm run move` as somebody at a shell runs it, sent a signal as soon as it says `killAt`. */
export async function moved(
  dataDir: string,
  target: Pick<OwnEngines, 'env'>,
  { killAt, by = 'SIGKILL', args = [] }: { killAt?: string; by?: NodeJS.Signals; args?: string[] } = {},
): Promise<{ code: number | null; said: string; signal: NodeJS.Signals | null }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', command, ...args], {
    env: { ...process.env, ...target.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      // Once: a process that is about to end in order has no ear for a second one.
      if (killAt !== undefined && said.includes(killAt) && !child.killed) child.kill(by);
    });
  }
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { code, said, signal };
}
