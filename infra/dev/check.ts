import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name: string): string => fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url));

type Step = { name: string; arguments: string[] };

/** What has to hold before any test is worth running; all at the same time, each reported when it is done. */
const steps: Step[] = [
  { name: 'types', arguments: [bin('typescript/bin/tsc')] },
  { name: 'linter', arguments: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'layout', arguments: [bin('prettier/bin/prettier.cjs'), '.', '--check', '--log-level', 'warn'] },
  { name: 'line width', arguments: ['infra/dev/check-line-width.ts'] },
  {
    name: 'directions between rooms, and no circles',
    arguments: [
      bin('dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', '.dependency-cruiser.js', 'shared', 'services', 'gateway', 'infra', 'tests'],
    ],
  },
  {
    name: 'supergraph is fresh',
    arguments: [bin('jest/bin/jest.js'), 'gateway/supergraph/compose.test.ts', '--silent'],
  },
];

const failures = await Promise.all(
  steps.map(async (step) => {
    const startedAt = performance.now();
    const { code, output } = await run(step);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    process.stdout.write(`${code === 0 ? '✓' : '✕'} ${step.name} (${seconds} s)\n${code === 0 ? '' : output}`);
    return code !== 0;
  }),
);
process.exit(failures.includes(true) ? 1 : 0);

async function run(step: Step): Promise<{ code: number; output: string }> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--experimental-vm-modules', ...step.arguments],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => void (output += chunk.toString()));
  const code = await new Promise<number>((resolve) => child.once('close', (exitCode) => resolve(exitCode ?? 1)));
  return { code, output };
}
