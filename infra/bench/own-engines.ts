import { randomUUID } from 'node:crypto';
import { openMongodbAdmin } from '#shared/documents/mongodb/admin.ts';
import { openKafkaAdmin } from '#shared/events/kafka/admin.ts';
import { createLog } from '#shared/log.ts';
import { databaseOf } from '#shared/service/engines.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import { runInOwnProcess } from '../house/own-process.ts';
import { services } from '../house/ports.ts';

/** Databases and topics of one bench or test, made as an operator makes them and gone afterwards. */
export type OwnEngines = { env: NodeJS.ProcessEnv; config: EngineConfig; remove: () => Promise<void> };

/**
 * Makes databases and topics under a name of their own on the engines that `env` reaches; `what` says whose they are.
 * Empty settings name the embedded engine.
 */
export async function ownEngines(what: string, env: NodeJS.ProcessEnv): Promise<OwnEngines> {
  const own = {
    MONGO_URL: env.MONGO_URL ?? '',
    KAFKA_BROKERS: env.KAFKA_BROKERS ?? '',
    ENGINES_PREFIX: `${what}-${randomUUID().slice(0, 8)}`,
  };
  if ((await runInOwnProcess('infra/operate/provision.ts', { env: { ...process.env, ...own } })) !== 0)
    throw new Error('the engines were not made ready');
  const config = engineConfig({ ...process.env, ...own });
  return { env: own, config, remove: () => removeEngines(config) };
}

async function removeEngines(config: EngineConfig): Promise<void> {
  const { mongoUrl, kafka, prefix } = config;
  if (mongoUrl !== undefined) {
    const admin = await openMongodbAdmin(mongoUrl);
    for (const service of services) await admin.dropDatabase(databaseOf(service, config));
    await admin.close();
  }
  if (kafka === undefined) return;
  const admin = await openKafkaAdmin({ ...kafka, clientId: 'own-engines' }, createLog('own-engines', 'silent'));
  const isOwn = (name: string): boolean => name.startsWith(prefix);
  await admin.deleteTopics((await admin.listTopics()).filter(isOwn));
  const groups = (await admin.listGroups()).filter(isOwn);
  // A group whose members have just left may be kept a moment longer; it belongs to nobody then.
  if (groups.length > 0) await admin.deleteGroups(groups).catch(() => undefined);
  await admin.close();
}
