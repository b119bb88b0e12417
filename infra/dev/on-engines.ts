import { runJest } from './jest.ts';
import { onEngines } from './parts.ts';
import { ENGINES_MISSING, openTestEngines } from './test-engines.ts';

/** `npm run test:engines`: the tests of the engines alone, which have to be there. */
const engines = await openTestEngines(process.env);
if (!engines) {
  process.stderr.write(`${ENGINES_MISSING}\n`);
  process.exit(1);
}
const { passed, failed, skipped } = await runJest(onEngines(engines.env), process.argv.slice(2));
await engines.stop();
process.stdout.write(`\n${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);
