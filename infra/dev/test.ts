import { runJest, runNode, type Counts } from './jest.ts';
import { houses, onEngines, onFiles, units } from './parts.ts';
import { ENGINES_MISSING, openTestEngines } from './test-engines.ts';

const given = process.argv.slice(2);
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const add = (counts: Counts): void => {
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
};

// A part is asked for by somebody who is at work on it; all of it is the answer to whether the house stands.
if (given.length === 0 && (await runNode(['infra/dev/check.ts'])) !== 0) total.failed += 1;
for (const part of [units, houses]) add(await runJest(part, given));

const engines = await openTestEngines(process.env);
// Without engines these tests are skipped, each visibly.
add(await runJest(onEngines(engines?.env ?? onFiles), given));
await engines?.stop();
if (!engines) process.stdout.write(`\nThe engines were not tested. ${ENGINES_MISSING}\n`);

// Read by continuous integration: alone on the last line.
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 ? 0 : 1);
