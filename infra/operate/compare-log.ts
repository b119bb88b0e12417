import type { ServiceName } from '#shared/settings/settings.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { openDocuments, openEvents } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { lostIn } from '#shared/delivery/restored.ts';
import { argumentsOf, runProgram, say } from './command-line.ts';
import { ExitError, exitCodes, type ExitCode } from './exit-error.ts';
import { isAtRest } from './at-rest.ts';
import { serviceBuilders } from './builds.ts';
import { houseEngines } from './house-engines.ts';
import { services } from '../house/ports.ts';
import { continueAfterLog, noteLost } from './compare-log/continue-after-log.ts';
import { findMismatches, publishingCollections, type Mismatch } from './compare-log/mismatches.ts';

const log = createLog('compare-log', 'silent');

await runProgram({
  usage: `compare-log.ts              whether aggregates and log fit, after a restore, while no service runs
compare-log.ts --continue   and has those that the log is ahead of go on after their last event there, and notes those that are lost`,
  whenStopped: 'Stopped before all services were compared. Call it again.',
  run,
});

/** What to do about what it says is in infra/README.md. */
async function run(stop: AbortSignal): Promise<ExitCode> {
  const {
    values: { continue: continues = false },
  } = argumentsOf({ options: { continue: { type: 'boolean' } } });
  const config = houseEngines(process.env);
  let left = 0;
  for (const service of services) {
    stop.throwIfAborted();
    const found = await compared(service, config, { noting: continues });
    for (const misfit of found) say(lineOf(service, misfit));
    const continued = continues ? await continueAfterLog(found, service, config) : 0;
    if (continued > 0) say(`${service}: ${continued} go on after their last event in the log`);
    left += found.filter(({ collection }) => collection !== undefined).length - continued;
  }
  say(left === 0 ? 'Aggregates and log fit.' : `Aggregates that do not fit the log: ${left}`);
  return left === 0 ? exitCodes.done : exitCodes.no;
}

async function compared(
  service: ServiceName,
  config: EngineConfig,
  { noting }: { noting: boolean },
): Promise<Mismatch[]> {
  const documents = await openDocuments(service, config);
  const events = await openEvents(service, config, log);
  try {
    const saying = publishingCollections(documents, (declaring) => serviceBuilders[service](declaring, log));
    if (saying.length === 0) return [];
    // Nothing can be compared while it publishes.
    if (!(await isAtRest(documents)))
      throw new ExitError(exitCodes.busy, `${service} runs, or was killed a moment ago: stop all services first`);
    const found = await findMismatches({ documents, events }, saying);
    if (noting) await noteLost(lostIn(documents), found);
    return found;
  } finally {
    await events.close();
    await documents.close();
  }
}

/** Ids and numbers only. */
function lineOf(service: ServiceName, { collection, id, revision, logged }: Mismatch): string {
  if (collection === undefined)
    return `${service}  ${id}  the log is ahead: it has ${logged} events of an aggregate that is not in the store`;
  return `${service}  ${collection} ${id}  the log is ${logged > revision ? 'ahead' : 'behind'}: revision ${revision}, log ${logged}`;
}
