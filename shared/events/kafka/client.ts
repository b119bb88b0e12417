import {
  Kafka,
  logLevel,
  Partitioners,
  type Admin,
  type Consumer,
  type KafkaConfig,
  type Producer,
  type SASLOptions,
} from 'kafkajs';
import type { Log } from '#shared/log.ts';
import { quietIdleConnections } from './idle.ts';

/** How to reach the brokers. */
export type KafkaAccess = {
  brokers: string[];
  /** PEM texts; an empty object is TLS with the authorities that Node knows. */
  ssl?: { ca?: string; cert?: string; key?: string } | undefined;
  sasl?: SASLOptions | undefined;
};
export type KafkaSettings = KafkaAccess & {
  clientId: string;
  /** Put before every topic and group, so that several houses can share a cluster. */
  prefix?: string | undefined;
};

/** Longer than the brokers may take to have an event for good; a connection on which nothing comes is left after it. */
const REQUEST_MS = 8000;
/** How long a dead member's partitions wait for another; every message is followed by a heartbeat when one is due. */
const SESSION_MS = 10_000;
/**
 * A group's leader that died before it dealt out the partitions is waited for as long as its session lasts, with every
 * member's request open. Whoever gave up before would join anew and be one more dead member to wait for, without end.
 */
const GROUP_REQUEST_MS = SESSION_MS + 5000;

/**
 * The only file that configures the client. Each setting answers a known way in which kafkajs loses, repeats or stalls.
 */
export function kafkaClient(settings: KafkaSettings, log: Log): Kafka {
  return clientOf(settings, log, REQUEST_MS);
}

/** For consumers alone: what they ask of their group takes longer than anything else. */
export function groupClient(settings: KafkaSettings, log: Log): Kafka {
  return clientOf(settings, log, GROUP_REQUEST_MS);
}

function clientOf({ brokers, clientId, ssl, sasl }: KafkaSettings, log: Log, requestTimeout: number): Kafka {
  quietIdleConnections();
  const config: KafkaConfig = {
    brokers,
    clientId,
    connectionTimeout: 3000,
    requestTimeout,
    logLevel: logLevel.ERROR,
    logCreator:
      () =>
      ({ namespace, label, log: { message, error } }) =>
        log.warn({ client: namespace, label, codes: codesIn(`${message} ${String(error)}`) }, 'the log client reports'),
    ...(ssl !== undefined && { ssl }),
    ...(sasl !== undefined && { sasl }),
  };
  return new Kafka(config);
}

/**
 * The client's messages may quote addresses and keys: of what they say, only the codes in it are written, e.g.
 * ECONNREFUSED.
 */
function codesIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:E[A-Z]{4,}|[A-Z]{2,}(?:_[A-Z]+)+)\b/g))];
}

/**
 * One request in flight and no idempotent mode: a batch that failed half-way may come twice, but never out of order.
 */
export function producerOf(kafka: Kafka): Producer {
  return kafka.producer({
    allowAutoTopicCreation: false,
    idempotent: false,
    maxInFlightRequests: 1,
    // Java's murmur2: the partition of an aggregate stays the same whoever writes.
    createPartitioner: Partitioners.DefaultPartitioner,
    // The relay tries again by itself, on a new connection.
    retry: { retries: 2 },
  });
}

/** Of a `groupClient`. Small fetches, so that a batch is done with before the group asks for a heartbeat. */
export function consumerOf(kafka: Kafka, groupId: string): Consumer {
  return kafka.consumer({
    groupId,
    sessionTimeout: SESSION_MS,
    heartbeatInterval: 2000,
    // Whoever dies while the group is forming is waited for so long: with the session's time, no event waits longer
    // than half a minute.
    rebalanceTimeout: 20_000,
    maxWaitTimeInMs: 200,
    maxBytesPerPartition: 256 * 1024,
    maxBytes: 1024 * 1024,
    allowAutoTopicCreation: false,
    retry: { retries: 10, restartOnFailure: async () => true },
  });
}

export function adminOf(kafka: Kafka): Admin {
  return kafka.admin({ retry: { retries: 5 } });
}

/** Asks once: whether the brokers are there now. */
export function probeOf(kafka: Kafka): Admin {
  return kafka.admin({ retry: { retries: 0 } });
}
