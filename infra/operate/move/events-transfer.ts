import { join } from 'node:path';
import type { Admin, Kafka } from 'kafkajs';
import { contracts } from '#shared/contracts/contracts.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { openEvents } from '#shared/service/engines.ts';
import { adminOf, kafkaClient, type KafkaAccess } from '#shared/events/kafka/client.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { services } from '../../house/ports.ts';
import { MoveRefused, type Compared } from './fingerprint.ts';
import { atRest, placesOf, setPlaces } from './group-places.ts';
import type { Half } from './transfer.ts';
import { comparedTopic, lookAtTopic, moveTopic, type Logs, type There } from './move-events.ts';
import { comparedPositions, placesThere, progressIn, type Places } from './move-positions.ts';

const topics = contracts.flatMap(({ topic }) => [topic, `${topic}.dead-letter`]);
const log = createLog('move', 'silent');

type Move = { logs: Logs; kafka: Kafka; admin: Admin; prefix: string };

/** The event log, and how far each service has read in it. */
export async function eventsHalf(config: EngineConfig, access: KafkaAccess): Promise<Half> {
  const logs: Logs = {
    from: sqliteEvents(join(config.dataDir, 'events.sqlite')),
    to: await openEvents('people', config, log),
  };
  const kafka = kafkaClient({ ...access, clientId: 'move' }, log);
  const admin = adminOf(kafka);
  await admin.connect();
  const move: Move = { logs, kafka, admin, prefix: config.prefix };
  const found = new Map<string, There>();
  return {
    what: 'events',
    look: async () => {
      await atRest(
        admin,
        services.map((group) => `${config.prefix}${group}`),
      );
      const there = new Set(await admin.listTopics());
      for (const topic of topics)
        found.set(
          topic,
          there.has(`${config.prefix}${topic}`) ? await lookAtTopic(logs, topic) : new Map<string, number>(),
        );
    },
    claim: (house) => claimed(move, house),
    move: async (onProgress) => {
      for (const topic of topics)
        await moveTopic(logs, { topic, there: found.get(topic) ?? new Map<string, number>() }, (events) =>
          onProgress(topic, events),
        );
      await positionsMoved(move, (group) => onProgress(`position of ${group}`, 0));
    },
    compared: async (onProgress) => {
      const compared: Compared[] = [];
      for (const topic of topics) {
        compared.push(await comparedTopic(logs, topic));
        onProgress('comparing events', compared.at(-1)?.from.count ?? 0);
      }
      for (const { topic } of contracts) compared.push(...(await positionsCompared(move, topic)));
      return compared;
    },
    close: async () => {
      await admin.disconnect();
      await Promise.all([logs.from.close(), logs.to.close()]);
    },
  };
}

async function positionsMoved(
  { logs: { from, to }, kafka, admin, prefix }: Move,
  onGroup: (group: string) => void,
): Promise<void> {
  const byGroup = new Map(services.map((group) => [group as string, new Map<string, Places>()]));
  for (const { topic } of contracts) {
    const groups = (await progressIn(from, topic, services)).filter(({ count }) => count > 0);
    if (groups.length > 0)
      for (const [group, places] of await placesThere(to, topic, groups))
        byGroup.get(group)?.set(`${prefix}${topic}`, places);
  }
  for (const [group, places] of byGroup) {
    await setPlaces({ kafka, admin }, `${prefix}${group}`, places);
    onGroup(group);
  }
}

async function positionsCompared({ logs: { from, to }, admin, prefix }: Move, topic: string): Promise<Compared[]> {
  const groups = (await progressIn(from, topic, services)).filter(({ count }) => count > 0);
  if (groups.length === 0) return [];
  const set = await Promise.all(
    groups.map(async ({ group }) => [group, await placesOf(admin, `${prefix}${group}`, `${prefix}${topic}`)] as const),
  );
  return comparedPositions(to, { topic, groups, places: new Map(set) });
}

/** A log has no place for notes: an empty topic whose name says whose it is. Of two houses that mark it at once, neither goes on. */
async function claimed({ admin, prefix }: Move, house: string): Promise<void> {
  const marks = `${prefix}moved-from.`;
  const others = async (): Promise<string[]> =>
    (await admin.listTopics()).filter((topic) => topic.startsWith(marks) && topic !== `${marks}${house}`);
  const refuse = (topic: string): never => {
    throw new MoveRefused(`${topic}: another house is moving there, or has moved`);
  };
  for (const topic of await others()) refuse(topic);
  const { brokers } = await admin.describeCluster();
  await admin.createTopics({
    waitForLeaders: true,
    topics: [{ topic: `${marks}${house}`, numPartitions: 1, replicationFactor: Math.min(3, brokers.length) }],
  });
  for (const topic of await others()) refuse(topic);
}
