import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { MongoDBContainer } from '@testcontainers/mongodb';
import { GenericContainer, getContainerRuntimeClient, Wait, type StartedTestContainer } from 'testcontainers';
import { parse } from 'yaml';
import { z } from 'zod';

const composeFile = z.object({
  services: z.object({ mongodb: z.object({ image: z.string() }), kafka: z.object({ image: z.string() }) }),
});

/** Reads what the adapters are tested against where nothing else is named: what the house is shipped with. */
function shippedImages(): { mongo: string; kafka: string } {
  const { mongodb, kafka } = composeFile.parse(
    parse(readFileSync(new URL('../deploy/compose.yaml', import.meta.url), 'utf8'), { merge: true }),
  ).services;
  return { mongo: mongodb.image, kafka: kafka.image };
}

/** Engines to test on, by the settings that a house reads, and how they are left again. */
export type TestEngines = { env: { MONGO_URL: string; KAFKA_BROKERS: string }; stop: () => Promise<void> };

export const ENGINES_MISSING =
  'MongoDB and Kafka are nowhere: set MONGO_URL and KAFKA_BROKERS, or start a container engine such as Docker ' +
  'or Podman.';

/** Opens the engines that the environment names, else containers, else none. */
export async function openTestEngines(env: NodeJS.ProcessEnv): Promise<TestEngines | undefined> {
  const { MONGO_URL, KAFKA_BROKERS } = env;
  if (MONGO_URL && KAFKA_BROKERS) return { env: { MONGO_URL, KAFKA_BROKERS }, stop: async () => undefined };
  const engine = await getContainerRuntimeClient().catch(() => undefined);
  return engine && containers();
}

async function containers(): Promise<TestEngines> {
  const images = shippedImages();
  process.stdout.write(`starting ${images.mongo} and ${images.kafka} …\n`);
  const [mongo, kafka] = await Promise.all([new MongoDBContainer(images.mongo).start(), startedKafka(images.kafka)]);
  return {
    env: { MONGO_URL: `${mongo.getConnectionString()}/?directConnection=true`, KAFKA_BROKERS: kafka.address },
    stop: async () => void (await Promise.all([mongo.stop(), kafka.container.stop()])),
  };
}

/** Starts a broker. It tells its clients where it is, so its port has to be known before. */
async function startedKafka(image: string): Promise<{ container: StartedTestContainer; address: string }> {
  const host = await freePort();
  const address = `127.0.0.1:${host}`;
  const container = await new GenericContainer(image)
    .withExposedPorts({ container: 9092, host })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://${address}`,
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withWaitStrategy(Wait.forLogMessage('Kafka Server started'))
    .start();
  return { container, address };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on a TCP port has such an address.
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
