import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ConfigError, type ServiceName } from '#shared/settings/settings.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { asOutage } from '#shared/documents/sqlite/outages.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import type { Log } from '#shared/log.ts';
import { Unavailable, type OutageReason } from '#shared/refusal.ts';
import { assertNotMoved } from '#shared/settings/moved.ts';

export type Engines = {
  documents: Documents;
  events: Events;
  /**
   * The name of this process among those that share the documents. A SQLite file has one process, the same after a
   * restart.
   */
  replica: string;
};

/** Returns the files of a service, by name; none where engines keep everything. */
export function filesOf(service: ServiceName, { dataDir, mongoUrl, kafka }: EngineConfig): Record<string, string> {
  return {
    ...(mongoUrl === undefined && { [`${service}.sqlite`]: join(dataDir, `${service}.sqlite`) }),
    ...(kafka === undefined && { 'events.sqlite': join(dataDir, 'events.sqlite') }),
  };
}

/** Clients are loaded by houses that use them: the others save the memory. */
const onMongodb = async (url: string, database: string): Promise<Documents> =>
  (await import('#shared/documents/mongodb/mongodb.ts')).mongodbDocuments(url, database);

/** Opens the store of a service: a SQLite file below the data folder, or a database where the settings name MongoDB. */
export async function openDocuments(service: ServiceName, config: EngineConfig): Promise<Documents> {
  const { dataDir, mongoUrl } = config;
  return mongoUrl === undefined
    ? inFolder(dataDir, () => sqliteDocuments(join(dataDir, `${service}.sqlite`)))
    : onMongodb(mongoUrl, databaseOf(service, config));
}

/**
 * A folder that cannot be made or written is a wrong setting, whether the system says so or SQLite does. What passes by
 * itself, or with more room, is an outage.
 */
function inFolder<Opened>(dataDir: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    const told = asOutage(error);
    if (told instanceof Unavailable && told.reason !== undefined && PASSING.has(told.reason)) throw told;
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new ConfigError([
      `DATA_DIR: no files can be kept in ${dataDir} (${'errstr' in error ? String(error.errstr) : String(error.code)})`,
    ]);
  }
}

const PASSING: ReadonlySet<OutageReason> = new Set(['STORE_BUSY', 'STORE_FULL']);

export function databaseOf(service: ServiceName, { prefix }: Pick<EngineConfig, 'prefix'>): string {
  return `${prefix}kurze-wege-${service}`;
}

/** Opens the log: one SQLite file for all services, or the brokers that the settings name. */
export async function openEvents(
  service: ServiceName,
  { dataDir, prefix, kafka }: EngineConfig,
  log: Log,
): Promise<Events> {
  if (kafka === undefined) {
    const onFailed = (error: unknown): void => log.error({ err: error, restart: true }, 'the reader of events failed');
    return inFolder(dataDir, () => sqliteEvents(join(dataDir, 'events.sqlite'), onFailed));
  }
  const onDead = (reason: string): void => {
    // Whoever started this process starts it again; a consumer that lives and reads nothing would not be noticed.
    log.fatal({ reason }, 'the log client gave up');
    process.exit(1);
  };
  return (await import('#shared/events/kafka/kafka.ts')).kafkaEvents(
    { ...kafka, clientId: service, prefix },
    { log, onDead },
  );
}

/**
 * Opens both engines. Throws `HouseMoved` where the files that the settings name are those of a house that lives
 * elsewhere now.
 */
export async function openEngines(service: ServiceName, config: EngineConfig, log: Log): Promise<Engines> {
  assertNotMoved(config);
  return {
    replica: config.mongoUrl === undefined ? 'embedded' : randomUUID(),
    documents: await openDocuments(service, config),
    events: await openEvents(service, config, log),
  };
}
