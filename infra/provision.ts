import { allOrProblems, ConfigError, parseConfig, type ServiceName } from '#shared/config.ts';
import { declareConsuming } from '#shared/consume.ts';
import { engineConfig, type EngineConfig } from '#shared/engine-settings.ts';
import { openDocuments } from '#shared/engines.ts';
import { createLog } from '#shared/log.ts';
import { Unavailable } from '#shared/refusal.ts';
import { lostIn } from '#shared/restored.ts';
import { loadEnvFile } from './env-file.ts';
import { builds } from './house/builds.ts';
import { named } from './house/named.ts';
import { services } from './house/ports.ts';
import { topicSettings } from './topic-settings.ts';
import { ensureTopics } from './topics.ts';

/** What the shell is told. */
const exits = { done: 0, failed: 1, unavailable: 69, config: 78 } as const;

const log = createLog('provision', 'silent');

loadEnvFile();
process.exitCode = await run().catch(failed);

/** Makes what the services stand on and do not make themselves, since several of them share it: topics and indexes. */
async function run(): Promise<number> {
  const { engines, topics } = allOrProblems({ engines: () => engineConfig(process.env), topics: () => parseConfig(topicSettings, process.env) });
  if (engines.kafka) {
    const lines = await named('KAFKA_BROKERS', ensureTopics({ ...engines.kafka, prefix: engines.prefix }, { partitions: topics.TOPIC_PARTITIONS, replication: topics.TOPIC_REPLICATION }, log));
    for (const line of lines) said(line);
  }
  if (engines.mongoUrl !== undefined) for (const service of services) said(await named('MONGO_URL', indexed(service, engines)));
  if (!engines.kafka && engines.mongoUrl === undefined) said('Nothing to do: without MONGO_URL and KAFKA_BROKERS every service keeps its own files in order.');
  return exits.done;
}

/** Declares what the service declares when it starts, and makes the indexes of it. */
async function indexed(service: ServiceName, engines: EngineConfig): Promise<string> {
  const documents = await openDocuments(service, engines);
  try {
    builds[service](documents, log);
    declareConsuming(documents);
    lostIn(documents);
    await documents.prepare();
    await documents.ready();
    return `indexes of ${service}: there`;
  } finally {
    await documents.close();
  }
}

function said(line: string): void {
  process.stdout.write(`${line}\n`);
}

function failed(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : 'The engines could not be made ready.'}\n`);
  if (error instanceof ConfigError) return exits.config;
  return error instanceof Unavailable ? exits.unavailable : exits.failed;
}
