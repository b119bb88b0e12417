import type { Admin, Kafka, KafkaMessage } from 'kafkajs';
import type { PrefixedTopic } from './client.ts';
import { readKafkaRecord } from './record.ts';
import type { Delivery } from '#shared/events/events.ts';

type Fetch = {
  maxWaitTime: number;
  minBytes: number;
  maxBytes: number;
  isolationLevel: number;
  topics: { topic: string; partitions: { partition: number; fetchOffset: string; maxBytes: number }[] }[];
};
type Broker = { fetch: (fetch: Fetch) => Promise<{ responses: { partitions: { messages: KafkaMessage[] }[] }[] }> };
type Cluster = {
  connect: () => Promise<void>;
  disconnect: () => Promise<void>;
  addTargetTopic: (topic: string) => Promise<void>;
  findLeaderForPartitions: (topic: string, partitions: number[]) => Record<string, number[]>;
  findBroker: (of: { nodeId: string }) => Promise<Broker>;
};

const WAIT_MS = 1000;
/** The size of a fetch; a broker hands out the first batch whole, however large it is. */
const BYTES = 1024 * 1024;

/**
 * Returns the last event of each partition that has one. Asks the brokers without a group: joining one takes seconds,
 * and a service may use no other group than its own.
 */
export async function latestOf(
  { kafka, admin }: { kafka: Kafka; admin: Admin },
  { topic, prefix }: PrefixedTopic,
): Promise<Delivery[]> {
  const name = `${prefix}${topic}`;
  const ends = (await admin.fetchTopicOffsets(name)).filter(({ high, low }) => BigInt(high) > BigInt(low));
  if (ends.length === 0) return [];
  const cluster = clusterOf(kafka);
  try {
    await cluster.connect();
    await cluster.addTargetTopic(name);
    const messages = await Promise.all(
      ends.map(({ partition, high }) =>
        messageAt(cluster, { topic: name, partition, offset: String(BigInt(high) - 1n) }),
      ),
    );
    return messages.flatMap((message, at) =>
      message ? [readKafkaRecord({ topic, partition: ends[at]?.partition ?? 0 }, message)] : [],
    );
  } finally {
    void cluster.disconnect().catch(() => undefined);
  }
}

async function messageAt(
  cluster: Cluster,
  { topic, partition, offset }: { topic: string; partition: number; offset: string },
): Promise<KafkaMessage | undefined> {
  const [leader = ''] = Object.keys(cluster.findLeaderForPartitions(topic, [partition]));
  const broker = await cluster.findBroker({ nodeId: leader });
  const { responses } = await broker.fetch({
    maxWaitTime: WAIT_MS,
    minBytes: 1,
    maxBytes: BYTES,
    isolationLevel: 0,
    topics: [{ topic, partitions: [{ partition, fetchOffset: offset, maxBytes: BYTES }] }],
  });
  return responses[0]?.partitions[0]?.messages.find((message) => message.offset === offset);
}

/**
 * Makes the object that the client's own consumers fetch with, which kafkajs keeps under a symbol: it offers fetching
 * to groups alone. The version is pinned.
 */
function clusterOf(kafka: Kafka): Cluster {
  const symbol = Object.getOwnPropertySymbols(kafka).find(
    ({ description }) => description === 'private:Kafka:createCluster',
  );
  if (symbol === undefined) throw new Error('the log client has no cluster of its own');
  // As in kafkajs/src/index.js.
  const { [symbol]: create } = kafka as unknown as Record<
    symbol,
    (of: { allowAutoTopicCreation: boolean; metadataMaxAge: number }) => Cluster
  >;
  if (create === undefined) throw new Error('the log client has no cluster of its own');
  return create({ allowAutoTopicCreation: false, metadataMaxAge: 300_000 });
}
