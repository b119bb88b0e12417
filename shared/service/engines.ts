import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ConfigError, type ServiceName } from '#shared/settings/settings.ts';
import type { Documents } from '#shared/documents/documents.ts';
import { sqliteDocuments } from '#shared/documents/sqlite/sqlite.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import type { Events } from '#shared/events/events.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import type { Log } from '#shared/log.ts';
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

/** Opens a MongoDB store. Only houses that use a client load it: the others save the memory. */
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
 * Opens files in a folder. A folder that cannot be made or written is a wrong setting, whether the system says so or
 * SQLite does.
 */
function inFolder<Opened>(dataDir: string, open: () => Opened): Opened {
  try {
    return open();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || isBusy(error)) throw error;
    throw new ConfigError([
      `DATA_DIR: no files can be kept in ${dataDir} (${'errstr' in error ? String(error.errstr) : String(error.code)})`,
    ]);
  }
}

/** True for SQLITE_BUSY and SQLITE_LOCKED: another process takes long in the same file. */
function isBusy(error: Error): boolean {
  return 'errcode' in error && (error.errcode === 5 || error.errcode === 6);
}

export function databaseOf(service: ServiceName, { prefix }: Pick<EngineConfig, 'prefix'>): string {
  return `${prefix}kurze-wege-${service}`;
}

/** Opens the log: one SQLite file for all services, or the brokers that the settings name. */
export async function openEvents(
  service: ServiceName,
  { dataDir, prefix, kafka }: EngineConfig,
  log: Log,
): Promise<Events> {
  if (kafka === undefined) return inFolder(dataDir, () => sqliteEvents(join(dataDir, 'events.sqlite')));
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
