import { spawnSync } from 'node:child_process';
import { projectPath } from './yaml-file.ts';

/**
 * Runs a program of operators to its end, as somebody at a shell does: `runOperatorProgram('move.ts', ['--check'])`.
 */
export function runOperatorProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): { code: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', projectPath(`infra/operate/${program}`), ...args],
    { encoding: 'utf8', env: { ...process.env, ...env } },
  );
  return { code: status, output: stdout + stderr };
}
