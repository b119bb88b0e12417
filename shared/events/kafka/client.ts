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
import { silenceIdleConnections } from './idle.ts';

/** The addresses of the brokers, and what they ask for. */
export type KafkaAccess = {
  brokers: string[];
  /** Certificates as PEM texts; an empty object is TLS with the authorities that Node knows. */
  ssl?: { ca?: string; cert?: string; key?: string } | undefined;
  sasl?: SASLOptions | undefined;
};
export type KafkaSettings = KafkaAccess & {
  clientId: string;
  /** Stands before every topic and group, so that several houses can share a cluster. */
  prefix?: string | undefined;
};

/** A topic as the port calls it; `prefix` comes before it, and before every group, in the cluster. */
export type PrefixedTopic = { topic: string; prefix: string };

/** A connection is given up when nothing comes for so long: longer than the brokers take to have an event for good. */
const REQUEST_MS = 8000;
/**
 * The partitions of a dead member wait so long for another. After every message a heartbeat follows when one is due.
 */
const SESSION_MS = 10_000;
/**
 * The time for requests of a group. The brokers wait for a leader that died before it dealt out the partitions until
 * its session is over, and keep every member's request open. A member that gives up before joins anew and is one more
 * dead member to wait for, without end.
 */
const GROUP_REQUEST_MS = SESSION_MS + 5000;

/**
 * Makes the client for everything but consumers. Clients are configured in this file alone: each setting answers a
 * known way in which kafkajs loses, repeats or stalls.
 */
export function kafkaClient(settings: KafkaSettings, log: Log): Kafka {
  return clientOf(settings, log, REQUEST_MS);
}

/** Makes the client for consumers alone: requests to their group take longer than anything else. */
export function groupClient(settings: KafkaSettings, log: Log): Kafka {
  return clientOf(settings, log, GROUP_REQUEST_MS);
}

function clientOf({ brokers, clientId, ssl, sasl }: KafkaSettings, log: Log, requestTimeout: number): Kafka {
  silenceIdleConnections();
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

/** Returns the codes in a message of the client, e.g. ECONNREFUSED: the message itself may quote addresses and keys. */
function codesIn(text: string): string[] {
  return [...new Set(text.match(/\b(?:E[A-Z]{4,}|[A-Z]{2,}(?:_[A-Z]+)+)\b/g))];
}

/**
 * Makes a producer with one request in flight and no idempotent mode: a batch that failed half-way may come twice, but
 * never out of order.
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

/** Makes a consumer of a `groupClient`. It fetches little, so that a batch ends before the next heartbeat is due. */
export function consumerOf(kafka: Kafka, groupId: string): Consumer {
  return kafka.consumer({
    groupId,
    sessionTimeout: SESSION_MS,
    heartbeatInterval: 2000,
    // The group waits so long for a member that dies while it forms: with the session's time, no event waits longer
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

/** Makes an admin that asks once, to see whether the brokers are there now. */
export function probeOf(kafka: Kafka): Admin {
  return kafka.admin({ retry: { retries: 0 } });
}
