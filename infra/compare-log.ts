import { existsSync } from 'node:fs';
import { ConfigError, type ServiceName } from '#shared/config.ts';
import { engineConfig, type EngineConfig } from '#shared/engine-settings.ts';
import { openDocuments, openEvents } from '#shared/engines.ts';
import { createLog } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';
import { lostIn } from '#shared/restored.ts';
import { loadEnvFile } from './env-file.ts';
import { isAtRest } from './house/at-rest.ts';
import { builds } from './house/builds.ts';
import { assertNotMoved } from '#shared/moved.ts';
import { services } from './house/ports.ts';
import { continueAfter, noteLost } from './restore/continue-after.ts';
import { misfits, sayingOf, type Misfit } from './restore/misfits.ts';

/** What the shell is told. */
const exits = { fits: 0, misfits: 1, unavailable: 69, config: 78 } as const;

const usage = `compare-log.ts              whether aggregates and log fit, after a restore, while no service runs
compare-log.ts --continue   and has those that the log is ahead of go on after their last event there, and notes those that are lost`;
const log = createLog('compare-log', 'silent');

loadEnvFile();
process.exitCode = await run(process.argv.slice(2)).catch(failed);

/** What to do about what it says is in infra/README.md. */
async function run([option, ...more]: string[]): Promise<number> {
  if ((option !== undefined && option !== '--continue') || more.length > 0) throw new ConfigError([usage]);
  const config = engineConfig(process.env);
  assertNotMoved(config);
  const { mongoUrl, dataDir } = config;
  if (mongoUrl === undefined && !existsSync(dataDir)) throw new ConfigError([`DATA_DIR: there is no folder ${dataDir}`]);
  let left = 0;
  for (const service of services) {
    const found = await compared(service, config, { noting: option !== undefined });
    for (const misfit of found) said(lineOf(service, misfit));
    const continued = option === undefined ? 0 : await continueAfter(found, service, config);
    if (continued > 0) said(`${service}: ${continued} go on after their last event in the log`);
    left += found.filter(({ collection }) => collection !== undefined).length - continued;
  }
  said(left === 0 ? 'Aggregates and log fit.' : `Aggregates that do not fit the log: ${left}`);
  return left === 0 ? exits.fits : exits.misfits;
}

async function compared(service: ServiceName, config: EngineConfig, { noting }: { noting: boolean }): Promise<Misfit[]> {
  const documents = await openDocuments(service, config);
  const events = await openEvents(service, config, log);
  try {
    const saying = sayingOf(documents, (declaring) => builds[service](declaring, log));
    if (saying.length === 0) return [];
    // Nothing can be compared while it publishes.
    if (!(await isAtRest(documents))) throw new Unavailable(`${service} runs, or was killed a moment ago: stop all services first`);
    const found = await misfits({ documents, events }, saying);
    if (noting) await noteLost(lostIn(documents), found);
    return found;
  } finally {
    await events.close();
    await documents.close();
  }
}

/** Ids and numbers only. */
function lineOf(service: ServiceName, { collection, id, revision, logged }: Misfit): string {
  if (collection === undefined) return `${service}  ${id}  the log is ahead: it has ${logged} events of an aggregate that is not in the store`;
  return `${service}  ${collection} ${id}  the log is ${logged > revision ? 'ahead' : 'behind'}: revision ${revision}, log ${logged}`;
}

function said(line: string): void {
  process.stdout.write(`${line}\n`);
}

function failed(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : 'The engines do not answer.'}\n`);
  return error instanceof ConfigError ? exits.config : exits.unavailable;
}
