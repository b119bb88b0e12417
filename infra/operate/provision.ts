import { allOrProblems, parseConfig, type ServiceName } from '#shared/settings/settings.ts';
import { declareConsuming } from '#shared/delivery/consume.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import type { IndexChange } from '#shared/documents/documents.ts';
import { openDocuments } from '#shared/service/engines.ts';
import { createLog } from '#shared/log.ts';
import { lostAggregates } from '#shared/delivery/store-behind-log.ts';
import { argumentsOf, runProgram, say } from './command-line.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { serviceBuilders } from './builds.ts';
import { nameSettingAtFault } from './name-setting-at-fault.ts';
import { services } from '../house/ports.ts';
import { topicSettings } from './topic-settings.ts';
import { ensureTopics } from './topics.ts';

const log = createLog('provision', 'silent');

await runProgram({
  usage: [
    'npm run provision            makes the topics and indexes that MONGO_URL and KAFKA_BROKERS ' +
      'lack, then removes the indexes that only a version before declared',
    'npm run provision -- --keep  removes none, for as long as services of the version before run',
  ].join('\n'),
  whenStopped: 'Stopped. What was made is there; called again, it makes the rest.',
  run,
});

/** Makes what the services stand on and do not make themselves, since several of them share it: topics and indexes. */
async function run(stop: AbortSignal): Promise<ExitCode> {
  const { keep } = argumentsOf({ options: { keep: { type: 'boolean', default: false } } }).values;
  const { engines, topics } = allOrProblems({
    engines: () => engineConfig(process.env),
    topics: () => parseConfig(topicSettings, process.env),
  });
  if (engines.kafka) {
    const lines = await nameSettingAtFault(
      'KAFKA_BROKERS',
      ensureTopics(
        { ...engines.kafka, prefix: engines.prefix },
        { partitions: topics.TOPIC_PARTITIONS, replication: topics.TOPIC_REPLICATION },
        log,
      ),
    );
    say(lines.join('\n'));
  }
  if (engines.mongoUrl !== undefined) {
    for (const service of services) {
      stop.throwIfAborted();
      say(await nameSettingAtFault('MONGO_URL', putInOrder(service, { engines, keep })));
    }
  }
  if (!engines.kafka && engines.mongoUrl === undefined)
    say('Nothing to do: without MONGO_URL and KAFKA_BROKERS every service keeps its own files in order.');
  return exitCodes.done;
}

/**
 * Declares what the service declares when it starts, and puts the indexes of it in order. Returns what was done, line
 * by line.
 */
async function putInOrder(
  service: ServiceName,
  { engines, keep }: { engines: EngineConfig; keep: boolean },
): Promise<string> {
  const documents = await openDocuments(service, engines);
  try {
    serviceBuilders[service](documents, log);
    declareConsuming(documents);
    lostAggregates(documents);
    const changes = await documents.prepare(keep ? 'keep' : 'remove');
    await documents.ready();
    return [...changes.map(lineOf), `indexes of ${service}: there`].join('\n');
  } finally {
    await documents.close();
  }
}

function lineOf({ collection, index, did, ms }: IndexChange): string {
  return `index ${did}: ${collection} (${index}) in ${(ms / 1000).toFixed(2)} s`;
}
