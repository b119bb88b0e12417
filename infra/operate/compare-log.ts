import type { ServiceName } from '#shared/settings/settings.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { createLog } from '#shared/log.ts';
import { lostAggregates } from '#shared/delivery/store-behind-log.ts';
import { services } from '../house/ports.ts';
import { isAtRest } from './at-rest.ts';
import { serviceBuilders } from './builds.ts';
import { argumentsOf, runProgram, say } from './command-line.ts';
import { continueAfterLog, noteLost } from './compare-log/continue-after-log.ts';
import { findMismatches, publishingCollections, type Mismatch } from './compare-log/mismatches.ts';
import { ExitError } from './exit-error.ts';
import { houseEngines } from './house-engines.ts';

const log = createLog('compare-log', 'silent');

await runProgram({
  usage:
    'compare-log.ts              whether aggregates and log fit, after a restore, while no service runs\n' +
    'compare-log.ts --continue   and has those that the log is ahead of go on after their last event there, ' +
    'and notes those that are lost',
  whenStopped: 'Stopped before all services were compared. Call it again.',
  run,
});

/** Compares service by service. What to do about what it finds is in infra/README.md. */
async function run(stop: AbortSignal): Promise<ExitCode> {
  const {
    values: { continue: continues = false },
  } = argumentsOf({ options: { continue: { type: 'boolean' } } });
  const config = houseEngines(process.env);
  let remaining = 0;
  for (const service of services) {
    stop.throwIfAborted();
    const mismatches = await compare(service, config, { noting: continues });
    for (const mismatch of mismatches) say(lineOf(service, mismatch));
    const continued = continues ? await continueAfterLog(mismatches, service, config) : 0;
    if (continued > 0) say(`${service}: ${continued} go on after their last event in the log`);
    remaining += mismatches.filter(({ collection }) => collection !== undefined).length - continued;
  }
  say(remaining === 0 ? 'Aggregates and log fit.' : `Aggregates that do not fit the log: ${remaining}`);
  return remaining === 0 ? exitCodes.done : exitCodes.no;
}

async function compare(
  service: ServiceName,
  config: EngineConfig,
  { noting }: { noting: boolean },
): Promise<Mismatch[]> {
  const documents = await openDocuments(service, config);
  const events = await openEvents(service, config, log);
  try {
    const publishing = publishingCollections(documents, (declaring) => serviceBuilders[service](declaring, log));
    if (publishing.length === 0) return [];
    // Nothing can be compared while it publishes.
    if (!(await isAtRest(documents)))
      throw new ExitError(exitCodes.busy, `${service} runs, or was killed a moment ago: stop all services first`);
    const mismatches = await findMismatches({ documents, events }, publishing);
    if (noting) await noteLost(lostAggregates(documents), mismatches);
    return mismatches;
  } finally {
    await events.close();
    await documents.close();
  }
}

/** Describes a mismatch, by ids and numbers only. */
function lineOf(service: ServiceName, { collection, id, revision, logged }: Mismatch): string {
  if (collection === undefined)
    return `${service}  ${id}  the log is ahead: it has ${logged} events of an aggregate that is not in the store`;
  const where = logged > revision ? 'ahead' : 'behind';
  return `${service}  ${collection} ${id}  the log is ${where}: revision ${revision}, log ${logged}`;
}
