import { join } from 'node:path';
import { contracts } from '#shared/contracts/contracts.ts';
import type { EngineConfig } from '#shared/settings/engine-settings.ts';
import { openEvents } from '#shared/service/engines.ts';
import { openKafkaAdmin, type KafkaAdmin } from '#shared/events/kafka/admin.ts';
import type { KafkaAccess } from '#shared/events/kafka/client.ts';
import type { PartitionOffsets } from '#shared/events/kafka/offsets.ts';
import { sqliteEvents } from '#shared/events/sqlite/sqlite.ts';
import { createLog } from '#shared/log.ts';
import { services } from '../../house/ports.ts';
import { assertGroupsIdle } from './assert-groups-idle.ts';
import { MoveRefused, type Comparison } from './fingerprint.ts';
import { compareTopic, inspectTopic, moveTopic, type EventCounts, type Logs } from './move-events.ts';
import { comparePositions, readGroupProgress, targetOffsets } from './move-positions.ts';
import type { OnMoveProgress, Transfer } from './transfer.ts';

const topics = contracts.flatMap(({ topic }) => [topic, `${topic}.dead-letter`]);
const log = createLog('move', 'silent');

type Target = { logs: Logs; admin: KafkaAdmin; prefix: string };

/** Moves the event log, and how far each service has read in it. */
export async function eventsTransfer(config: EngineConfig, access: KafkaAccess): Promise<Transfer> {
  const logs: Logs = {
    from: sqliteEvents(join(config.dataDir, 'events.sqlite')),
    to: await openEvents('people', config, log),
  };
  const admin = await openKafkaAdmin({ ...access, clientId: 'move' }, log);
  const target: Target = { logs, admin, prefix: config.prefix };
  const present = new Map<string, EventCounts>();
  return {
    what: 'events',
    inspectTarget: async () => {
      for (const [topic, counts] of await inspectTopics(target)) present.set(topic, counts);
    },
    claimTarget: (house) => claimLog(target, house),
    move: async (onProgress) => {
      for (const topic of topics)
        await moveTopic(logs, { topic, present: present.get(topic) ?? new Map<string, number>() }, (events) =>
          onProgress(topic, events),
        );
      await moveOffsets(target, (group) => onProgress(`position of ${group}`, 0));
    },
    compareSides: (onProgress) => compareLogs(target, onProgress),
    close: async () => {
      await admin.close();
      await Promise.all([logs.from.close(), logs.to.close()]);
    },
  };
}

async function compareLogs(target: Target, onProgress: OnMoveProgress): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const topic of topics) {
    const comparison = await compareTopic(target.logs, topic);
    comparisons.push(comparison);
    onProgress('comparing events', comparison.from.count);
  }
  for (const { topic } of contracts) comparisons.push(...(await compareOffsets(target, topic)));
  return comparisons;
}

async function inspectTopics({ logs, admin, prefix }: Target): Promise<Map<string, EventCounts>> {
  await assertGroupsIdle(
    admin,
    services.map((group) => `${prefix}${group}`),
  );
  const onTarget = new Set(await admin.listTopics());
  const present = new Map<string, EventCounts>();
  for (const topic of topics)
    if (onTarget.has(`${prefix}${topic}`)) present.set(topic, await inspectTopic(logs, topic));
  return present;
}

async function moveOffsets(
  { logs: { from, to }, admin, prefix }: Target,
  onGroup: (group: string) => void,
): Promise<void> {
  const byGroup = new Map(services.map((group) => [group as string, new Map<string, PartitionOffsets>()]));
  for (const { topic } of contracts) {
    const groups = (await readGroupProgress(from, topic, services)).filter(({ count }) => count > 0);
    if (groups.length > 0)
      for (const [group, offsets] of await targetOffsets(to, topic, groups))
        byGroup.get(group)?.set(`${prefix}${topic}`, offsets);
  }
  for (const [group, offsets] of byGroup) {
    await assertGroupsIdle(admin, [`${prefix}${group}`]);
    await admin.writeOffsets(`${prefix}${group}`, offsets);
    onGroup(group);
  }
}

async function compareOffsets({ logs: { from, to }, admin, prefix }: Target, topic: string): Promise<Comparison[]> {
  const groups = (await readGroupProgress(from, topic, services)).filter(({ count }) => count > 0);
  if (groups.length === 0) return [];
  const committed = await Promise.all(
    groups.map(
      async ({ group }) => [group, await admin.readOffsets(`${prefix}${group}`, `${prefix}${topic}`)] as const,
    ),
  );
  return comparePositions(to, { topic, groups, offsets: new Map(committed) });
}

/**
 * Marks the log as this house's. A log has no place for notes: the mark is an empty topic whose name says whose it is.
 * Of two houses that mark it at once, neither goes on.
 */
async function claimLog({ admin, prefix }: Target, house: string): Promise<void> {
  const marks = `${prefix}moved-from.`;
  const refuseOtherHouses = async (): Promise<void> => {
    for (const topic of await admin.listTopics())
      if (topic.startsWith(marks) && topic !== `${marks}${house}`)
        throw new MoveRefused(`${topic}: another house is moving there, or has moved`);
  };
  await refuseOtherHouses();
  const replication = Math.min(3, await admin.countBrokers());
  await admin.createTopics([{ name: `${marks}${house}`, partitions: 1, replication }]);
  await refuseOtherHouses();
}
