import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Counts = { passed: number; failed: number; skipped: number };
/** A part of the tests: what it is called, what jest is told, and settings that the tests of it read. */
export type TestPart = { name: string; arguments: string[]; env?: NodeJS.ProcessEnv };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a part of the tests. Ends when the last test has: one that failed half-way may have left something open. */
export async function runJest(part: TestPart, given: readonly string[] = []): Promise<Counts> {
  process.stdout.write(`\n${part.name}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'kurze-wege-tests-'));
  const file = join(folder, 'result.json');
  const code = await runNode(
    [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      ...part.arguments,
      '--passWithNoTests',
      '--forceExit',
      '--json',
      '--outputFile',
      file,
      ...given,
    ],
    part.env,
  );
  const counts = countsOf(file);
  rmSync(folder, { recursive: true });
  return { ...counts, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) };
}

/** Reads Jest's own summary; a run that ended without one has failed. */
function countsOf(file: string): Counts {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as Record<string, number>;
    return {
      passed: numPassedTests ?? 0,
      failed: (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0),
      skipped: numPendingTests ?? 0,
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Runs a script of this project where it lies, and returns its exit code. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  // Jest prints its report on standard error, and the JSON that goes to the file on standard output too.
  const stdout = args.includes('--json') ? 'ignore' : 'inherit';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, ...env },
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
