import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Presets, SingleBar } from 'cli-progress';
import { openEngines } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { isSame } from '../../services/insights/rebuild/compare-view-sets.ts';
import { rebuild } from '../../services/insights/rebuild/rebuild.ts';
import { rebuildReport } from '../../services/insights/rebuild/rebuild-report.ts';
import { argumentsOf, runProgram } from './command-line.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { ExitError } from './exit-error.ts';
import { houseEngines } from './house-engines.ts';

/** A request that reads the former views is over by then. */
const GRACE_MS = 5000;
const WAIT_MS = 35_000;

await runProgram({
  usage:
    'npm run rebuild   builds the views of insights again from the first event, whether it runs or not, and compares',
  whenStopped: 'Stopped. The former views go on; a rebuild begins from the first event again.',
  run,
});

async function run(stop: AbortSignal): Promise<ExitCode> {
  argumentsOf({});
  const log = createLog('insights', 'silent');
  const engines = await openEngines('insights', houseEngines(process.env), log);
  const bar = new SingleBar(
    {
      format: '  building the views again  {bar} {percentage}% · {value} of {total} events',
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  );
  bar.start(1, 0);
  const onProgress = (done: number, total: number): void => {
    bar.setTotal(total);
    bar.update(done);
  };
  try {
    const rebuilt = await whenFree(stop, () =>
      rebuild(engines, { log, clock: () => new Date(), holder: randomUUID(), stop, onProgress, graceMs: GRACE_MS }),
    );
    bar.stop();
    if (!rebuilt) throw new ExitError(exitCodes.busy, 'Another rebuild is at work; wait until it has ended.');
    process.stdout.write(rebuildReport(rebuilt));
    return rebuilt.compared.every(isSame) || rebuilt.unheard > 0 ? exitCodes.done : exitCodes.no;
  } finally {
    bar.stop();
    await engines.events.close();
    await engines.documents.close();
  }
}

/**
 * Waits for another rebuild. One that was killed holds its lease for half a minute: only then it is known to be gone.
 */
async function whenFree(stop: AbortSignal, attempt: () => ReturnType<typeof rebuild>): ReturnType<typeof rebuild> {
  for (const end = Date.now() + WAIT_MS; ;) {
    const rebuilt = await attempt();
    if (rebuilt || Date.now() > end) return rebuilt;
    await pause(1000, undefined, { signal: stop });
  }
}
