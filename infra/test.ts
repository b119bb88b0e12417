import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

type Counts = { passed: number; failed: number; skipped: number };
type Run = { name: string; arguments: string[] };

const root = fileURLToPath(new URL('..', import.meta.url));
const given = process.argv.slice(2);

/** Beside their files: rules, ports, one service at a time. In `tests/`: whole houses, one after the other. */
const runs: Run[] = [
  { name: 'units', arguments: ['--testPathIgnorePatterns', '/node_modules/', '/.data/', '<rootDir>/tests/', '--maxWorkers', '2', '--testTimeout', '60000'] },
  { name: 'journeys and faults', arguments: ['--testPathIgnorePatterns', '/node_modules/', '/.data/', '<rootDir>/(gateway|infra|services|shared)/', '--runInBand', '--testTimeout', '120000'] },
];

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
// A part is asked for by somebody who is at work on it; all of it is the answer to whether the house stands.
if (given.length === 0 && (await node(['infra/check.ts'])) !== 0) total.failed += 1;
let ok = total.failed === 0;
for (const run of runs) {
  process.stdout.write(`\n${run.name}\n`);
  const { code, counts } = await jest(run);
  ok &&= code === 0;
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
}
if (process.env.MONGO_URL === undefined || process.env.KAFKA_BROKERS === undefined) {
  process.stdout.write('\nMongoDB and Kafka were not both there (MONGO_URL, KAFKA_BROKERS): their adapters were not tested.\n');
}
// Read by continuous integration: alone on the last line.
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(ok && total.failed === 0 ? 0 : 1);

async function jest({ arguments: own }: Run): Promise<{ code: number; counts: Counts }> {
  const folder = mkdtempSync(join(tmpdir(), 'kurze-wege-tests-'));
  const file = join(folder, 'result.json');
  const code = await node(['node_modules/jest/bin/jest.js', ...own, '--passWithNoTests', '--json', '--outputFile', file, ...given]);
  const counts = countsOf(file);
  rmSync(folder, { recursive: true });
  return { code, counts };
}

/** Jest's own summary; a run that ended without one has failed. */
function countsOf(file: string): Counts {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return { passed: numPassedTests ?? 0, failed: (numFailedTests ?? 0) + (numRuntimeErrorTestSuites ?? 0), skipped: numPendingTests ?? 0 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function node(args: string[]): Promise<number> {
  // Jest prints its report on standard error, and the JSON that goes to the file on standard output too.
  const stdout = args.includes('--json') ? 'ignore' : 'inherit';
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', ...args], { cwd: root, stdio: ['ignore', stdout, 'inherit'] });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
