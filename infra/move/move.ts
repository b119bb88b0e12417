import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceName } from '#shared/config.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { mongodbDocuments } from '#shared/documents/mongodb.ts';
import { sqliteDocuments } from '#shared/documents/sqlite.ts';
import type { EngineConfig } from '#shared/engine-settings.ts';
import { databaseOf, openEvents } from '#shared/engines.ts';
import { adminOf, kafkaClient, type KafkaAccess } from '#shared/events/kafka-client.ts';
import { sqliteEvents } from '#shared/events/sqlite.ts';
import type { Log } from '#shared/log.ts';
import { services } from '../house/ports.ts';
import type { Compared } from './fingerprint.ts';
import { comparedCollection, moveCollection, type Sides } from './move-documents.ts';
import { comparedTopic, moveTopic, type Logs } from './move-events.ts';
import { movePosition } from './move-positions.ts';

export type MoveOf = {
  config: EngineConfig;
  /** Compares alone. */
  checkOnly: boolean;
  log: Log;
  onProgress: (what: string, moved: number) => void;
};

const topics = contracts.flatMap(({ topic }) => [topic, `${topic}.dead-letter`]);

/** Moves what the settings name a new place for, and compares both sides anew. Repeated, it goes on where it was. */
export async function move(of: MoveOf): Promise<Compared[]> {
  const { mongoUrl, kafka } = of.config;
  return [...(mongoUrl === undefined ? [] : await movedDocuments(of, mongoUrl)), ...(kafka === undefined ? [] : await movedEvents(of, kafka))];
}

async function movedDocuments({ config, checkOnly, onProgress }: MoveOf, url: string): Promise<Compared[]> {
  const compared: Compared[] = [];
  for (const service of services.filter((name) => existsSync(join(config.dataDir, `${name}.sqlite`)))) {
    const sides = await opened(service, config, url);
    try {
      for (const name of await sides.from.names()) {
        if (!checkOnly) await moveCollection(sides, name, (moved) => onProgress(`${service} · ${name}`, moved));
        compared.push(await comparedCollection(sides, { service, name }));
      }
    } finally {
      await Promise.all([sides.from.close(), sides.to.close()]);
    }
  }
  return compared;
}

async function opened(service: ServiceName, config: EngineConfig, url: string): Promise<Sides> {
  return { from: sqliteDocuments(join(config.dataDir, `${service}.sqlite`)), to: await mongodbDocuments(url, databaseOf(service, config)) };
}

async function movedEvents({ config, checkOnly, log, onProgress }: MoveOf, kafka: KafkaAccess): Promise<Compared[]> {
  const logs: Logs = { from: sqliteEvents(join(config.dataDir, 'events.sqlite')), to: await openEvents('people', config, log) };
  const admin = adminOf(kafkaClient({ ...kafka, clientId: 'move' }, log));
  await admin.connect();
  try {
    const compared: Compared[] = [];
    for (const topic of topics) {
      if (!checkOnly) await moveTopic(logs, topic, (moved) => onProgress(topic, moved));
      compared.push(await comparedTopic(logs, topic));
    }
    for (const { topic } of contracts) for (const group of services) {
      const handled = checkOnly ? undefined : await movePosition(logs, { group, topic, admin, prefix: config.prefix });
      if (handled !== undefined && handled > 0) compared.push(await comparedPosition(logs, { group, topic }));
    }
    return compared;
  } finally {
    await admin.disconnect();
    await Promise.all([logs.from.close(), logs.to.close()]);
  }
}

/** How many events the group has still to handle: as many there as here. */
async function comparedPosition({ from, to }: Logs, { group, topic }: { group: string; topic: string }): Promise<Compared> {
  const [left, leftThere] = [await from.lag(group, [topic]), await to.lag(group, [topic])];
  return { what: `${group} has still to hear of ${topic}`, from: { count: left, hash: '' }, to: { count: leftThere, hash: '' } };
}
