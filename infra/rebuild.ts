import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Presets, SingleBar } from 'cli-progress';
import { ConfigError } from '#shared/config.ts';
import { engineConfig } from '#shared/engine-settings.ts';
import { openEngines } from '#shared/engines.ts';
import { createLog } from '#shared/log.ts';
import { isSame } from '../services/insights/rebuild/compare.ts';
import { rebuild } from '../services/insights/rebuild/rebuild.ts';
import { rebuildReport } from '../services/insights/rebuild/rebuild-report.ts';
import { loadEnvFile } from './env-file.ts';
import { assertNotMoved } from '#shared/moved.ts';

/** What the shell is told. */
const exits = { done: 0, different: 1, busy: 75, config: 78, failed: 69, stopped: 130 } as const;

/** A request that reads the former views is over by then. */
const GRACE_MS = 5000;
const WAIT_MS = 35_000;

loadEnvFile();
const stop = new AbortController();
process.on('SIGINT', () => stop.abort()).on('SIGTERM', () => stop.abort());
/** Builds the views of the insights service again from the first event, whether it runs or not. */
async function run(): Promise<number> {
  const log = createLog('insights', 'silent');
  const config = engineConfig(process.env);
  assertNotMoved(config);
  const engines = await openEngines('insights', config, log);
  const bar = new SingleBar({ format: '  building the views again  {bar} {percentage}% · {value} of {total} events', hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(1, 0);
  const onProgress = (done: number, total: number): void => {
    bar.setTotal(total);
    bar.update(done);
  };
  try {
    const rebuilt = await whenFree(() => rebuild(engines, { log, clock: () => new Date(), holder: randomUUID(), stop: stop.signal, onProgress, graceMs: GRACE_MS }));
    bar.stop();
    if (!rebuilt) {
      process.stderr.write('Another rebuild is at work; wait until it has ended.\n');
      return exits.busy;
    }
    process.stdout.write(rebuildReport(rebuilt));
    return rebuilt.compared.every(isSame) || rebuilt.unheard > 0 ? exits.done : exits.different;
  } finally {
    bar.stop();
    await engines.events.close();
    await engines.documents.close();
  }
}

/** One that was killed holds its place for half a minute: only then it is known to be gone. */
async function whenFree(attempt: () => ReturnType<typeof rebuild>): ReturnType<typeof rebuild> {
  for (const end = Date.now() + WAIT_MS; ; ) {
    const rebuilt = await attempt();
    if (rebuilt || Date.now() > end) return rebuilt;
    await pause(1000, undefined, { signal: stop.signal });
  }
}

/** The former views go on answering, whatever happened. */
function failed(error: unknown): number {
  if (stop.signal.aborted) {
    process.stderr.write('Stopped. The former views go on; a rebuild begins from the first event again.\n');
    return exits.stopped;
  }
  process.stderr.write(`${error instanceof Error ? error.message : 'The rebuild failed.'}\nThe former views go on; nothing was changed.\n`);
  return error instanceof ConfigError ? exits.config : exits.failed;
}

process.exitCode = await run().catch(failed);
