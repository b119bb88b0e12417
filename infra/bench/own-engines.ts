import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { servicePorts } from '#shared/settings/settings.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import { adminOf, kafkaClient } from '#shared/events/kafka/client.ts';
import { createLog } from '#shared/log.ts';
import { runInOwnProcess } from '../house/own-process.ts';

/** Databases and topics of one bench or test, made as an operator makes them and gone afterwards. */
export type OwnEngines = { env: NodeJS.ProcessEnv; config: EngineConfig; remove: () => Promise<void> };

/** Under a name of their own on the engines that `env` reaches; `what` says whose they are. Empty settings name the embedded engine. */
export async function ownEngines(what: string, env: NodeJS.ProcessEnv): Promise<OwnEngines> {
  const own = {
    MONGO_URL: env.MONGO_URL ?? '',
    KAFKA_BROKERS: env.KAFKA_BROKERS ?? '',
    ENGINES_PREFIX: `${what}-${randomUUID().slice(0, 8)}`,
  };
  if ((await runInOwnProcess('infra/operate/provision.ts', { env: { ...process.env, ...own } })) !== 0)
    throw new Error('the engines were not made ready');
  const config = engineConfig({ ...process.env, ...own });
  return { env: own, config, remove: () => removed(config) };
}

async function removed({ mongoUrl: url, kafka, prefix }: EngineConfig): Promise<void> {
  if (url !== undefined) {
    const connection = await mongoose.createConnection(url).asPromise();
    for (const service of Object.keys(servicePorts))
      await connection.getClient().db(`${prefix}kurze-wege-${service}`).dropDatabase();
    await connection.close();
  }
  if (kafka === undefined) return;
  const admin = adminOf(kafkaClient({ ...kafka, clientId: 'own-engines' }, createLog('own-engines', 'silent')));
  await admin.connect();
  await admin.deleteTopics({ topics: (await admin.listTopics()).filter((topic) => topic.startsWith(prefix)) });
  const groups = (await admin.listGroups()).groups
    .map(({ groupId }) => groupId)
    .filter((group) => group.startsWith(prefix));
  // A group whose members have just left may be kept a moment longer; it belongs to nobody then.
  if (groups.length > 0) await admin.deleteGroups(groups).catch(() => undefined);
  await admin.disconnect();
}
