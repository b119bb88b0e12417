import { join } from 'node:path';
import type { Admin, Kafka } from 'kafkajs';
import { contracts } from '#shared/contracts/contracts.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { openEvents } from '#shared/service/engines.ts';
import { adminOf, kafkaClient, type KafkaAccess } from '#shared/events/kafka/client.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { services } from '../../house/ports.ts';
import { MoveRefused, type Comparison } from './fingerprint.ts';
import { assertGroupsIdle, readGroupOffsets, setGroupOffsets } from './group-places.ts';
import type { Transfer } from './transfer.ts';
import { compareTopic, inspectTopic, moveTopic, type Logs, type EventCounts } from './move-events.ts';
import { comparePositions, targetOffsets, readGroupProgress, type PartitionOffsets } from './move-positions.ts';

const topics = contracts.flatMap(({ topic }) => [topic, `${topic}.dead-letter`]);
const log = createLog('move', 'silent');

type Move = { logs: Logs; kafka: Kafka; admin: Admin; prefix: string };

/** The event log, and how far each service has read in it. */
export async function eventsTransfer(config: EngineConfig, access: KafkaAccess): Promise<Transfer> {
  const logs: Logs = {
    from: sqliteEvents(join(config.dataDir, 'events.sqlite')),
    to: await openEvents('people', config, log),
  };
  const kafka = kafkaClient({ ...access, clientId: 'move' }, log);
  const admin = adminOf(kafka);
  await admin.connect();
  const move: Move = { logs, kafka, admin, prefix: config.prefix };
  const found = new Map<string, EventCounts>();
  return {
    what: 'events',
    inspectTarget: async () => {
      await assertGroupsIdle(
        admin,
        services.map((group) => `${config.prefix}${group}`),
      );
      const there = new Set(await admin.listTopics());
      for (const topic of topics)
        found.set(
          topic,
          there.has(`${config.prefix}${topic}`) ? await inspectTopic(logs, topic) : new Map<string, number>(),
        );
    },
    claimTarget: (house) => claimed(move, house),
    move: async (onProgress) => {
      for (const topic of topics)
        await moveTopic(logs, { topic, there: found.get(topic) ?? new Map<string, number>() }, (events) =>
          onProgress(topic, events),
        );
      await positionsMoved(move, (group) => onProgress(`position of ${group}`, 0));
    },
    compareSides: async (onProgress) => {
      const compared: Comparison[] = [];
      for (const topic of topics) {
        compared.push(await compareTopic(logs, topic));
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
  const byGroup = new Map(services.map((group) => [group as string, new Map<string, PartitionOffsets>()]));
  for (const { topic } of contracts) {
    const groups = (await readGroupProgress(from, topic, services)).filter(({ count }) => count > 0);
    if (groups.length > 0)
      for (const [group, places] of await targetOffsets(to, topic, groups))
        byGroup.get(group)?.set(`${prefix}${topic}`, places);
  }
  for (const [group, places] of byGroup) {
    await setGroupOffsets({ kafka, admin }, `${prefix}${group}`, places);
    onGroup(group);
  }
}

async function positionsCompared({ logs: { from, to }, admin, prefix }: Move, topic: string): Promise<Comparison[]> {
  const groups = (await readGroupProgress(from, topic, services)).filter(({ count }) => count > 0);
  if (groups.length === 0) return [];
  const set = await Promise.all(
    groups.map(async ({ group }) => [group, await readGroupOffsets(admin, `${prefix}${group}`, `${prefix}${topic}`)] as const),
  );
  return comparePositions(to, { topic, groups, places: new Map(set) });
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
