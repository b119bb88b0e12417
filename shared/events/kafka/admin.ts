import type { Admin } from 'kafkajs';
import type { Log } from '#shared/log.ts';
import { adminOf, kafkaClient, type KafkaSettings } from './client.ts';
import { readOffsets, writeOffsets, type PartitionOffsets } from './offsets.ts';

/** A topic to be made. `settings` are the broker's own, e.g. `retention.ms`. */
export type NewTopic = { name: string; partitions: number; replication: number; settings?: Record<string, string> };

/** What an operator does to a cluster. Topics and groups are named as the cluster has them, with their prefix. */
export type KafkaAdmin = {
  countBrokers: () => Promise<number>;
  listTopics: () => Promise<string[]>;
  /** Counts the partitions of those topics that are there. */
  countPartitions: (topics: readonly string[]) => Promise<Map<string, number>>;
  createTopics: (topics: readonly NewTopic[]) => Promise<void>;
  deleteTopics: (topics: string[]) => Promise<void>;
  listGroups: () => Promise<string[]>;
  /** Lists those of the groups in which somebody reads. */
  listBusyGroups: (groups: readonly string[]) => Promise<string[]>;
  deleteGroups: (groups: string[]) => Promise<void>;
  readOffsets: (group: string, topic: string) => Promise<PartitionOffsets>;
  /** Sets where a group goes on, topic by topic. Nobody may read in it meanwhile. */
  writeOffsets: (group: string, offsets: ReadonlyMap<string, PartitionOffsets>) => Promise<void>;
  close: () => Promise<void>;
};

export async function openKafkaAdmin(settings: KafkaSettings, log: Log): Promise<KafkaAdmin> {
  const kafka = kafkaClient(settings, log);
  const admin = adminOf(kafka);
  await admin.connect();
  return {
    ...topicVerbs(admin),
    listGroups: async () => (await admin.listGroups()).groups.map(({ groupId }) => groupId),
    listBusyGroups: async (groups) => {
      const described = await admin.describeGroups([...groups]);
      return described.groups
        .filter(({ state }) => state !== 'Empty' && state !== 'Dead')
        .map(({ groupId }) => groupId);
    },
    deleteGroups: async (groups) => void (await admin.deleteGroups(groups)),
    readOffsets: (group, topic) => readOffsets(admin, group, topic),
    writeOffsets: (group, offsets) => writeOffsets(kafka, group, offsets),
    close: () => admin.disconnect(),
  };
}

function topicVerbs(
  admin: Admin,
): Pick<KafkaAdmin, 'countBrokers' | 'listTopics' | 'countPartitions' | 'createTopics' | 'deleteTopics'> {
  return {
    countBrokers: async () => (await admin.describeCluster()).brokers.length,
    listTopics: () => admin.listTopics(),
    countPartitions: async (topics) => {
      const there = new Set(await admin.listTopics());
      const present = topics.filter((name) => there.has(name));
      if (present.length === 0) return new Map();
      const metadata = await admin.fetchTopicMetadata({ topics: present });
      return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
    },
    createTopics: async (topics) =>
      void (await admin.createTopics({
        waitForLeaders: true,
        topics: topics.map(({ name, partitions, replication, settings = {} }) => ({
          topic: name,
          numPartitions: partitions,
          replicationFactor: replication,
          configEntries: Object.entries(settings).map(([setting, value]) => ({ name: setting, value })),
        })),
      })),
    deleteTopics: (topics) => admin.deleteTopics({ topics }),
  };
}
