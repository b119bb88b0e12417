import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { labelOf } from '#shared/causes.ts';
import { ConfigError, parseConfig } from './settings.ts';
import { isMongodbAddress } from '#shared/documents/mongodb/address.ts';
import type { KafkaAccess } from '#shared/events/kafka/client.ts';
import { UNREADABLE_ADDRESS } from './setting-at-fault.ts';

/** The place of documents and events: SQLite files below `dataDir`, or what is named instead, each on its own. */
export type EngineConfig = {
  dataDir: string;
  /** Stands before databases, topics and groups, so that several houses can share engines. */
  prefix: string;
  mongoUrl?: string | undefined;
  kafka?: KafkaAccess | undefined;
};

const file = z.string().optional();

export const engineSettings = {
  DATA_DIR: z.string().default('.data'),
  /** The address of a MongoDB replica set for documents. TLS and credentials are part of it, as MongoDB writes them. */
  MONGO_URL: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//, 'must begin with mongodb:// or mongodb+srv://')
    .optional(),
  /** A file that holds the address, where it holds a password. */
  MONGO_URL_FILE: file,
  /** The Kafka brokers for events, `host:port` with commas between. */
  KAFKA_BROKERS: z
    .string()
    .regex(/^[^,:\s]+:\d+(,[^,:\s]+:\d+)*$/, 'must be host:port, with commas between')
    .optional(),
  KAFKA_TLS: z.enum(['on', 'off']).default('off'),
  /** The authority of the brokers' certificates, if Node does not know it (PEM). */
  KAFKA_CA_FILE: file,
  /** The client's own certificate and key (PEM), where the brokers ask for one. */
  KAFKA_CERT_FILE: file,
  KAFKA_KEY_FILE: file,
  KAFKA_SASL: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_USERNAME: z.string().optional(),
  KAFKA_PASSWORD_FILE: file,
  ENGINES_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]*$/, 'may hold small letters, digits and hyphens')
    .default(''),
};

type Settings = z.output<z.ZodObject<typeof engineSettings>>;

/** Returns the settings of both engines. Throws a `ConfigError` with every problem. */
export function engineConfig(env: NodeJS.ProcessEnv): EngineConfig {
  const settings = parseConfig(engineSettings, env);
  const problems = [...contradictions(settings)];
  const read = (
    name: 'MONGO_URL_FILE' | 'KAFKA_CA_FILE' | 'KAFKA_CERT_FILE' | 'KAFKA_KEY_FILE' | 'KAFKA_PASSWORD_FILE',
  ): string | undefined => {
    const path = settings[name];
    if (path === undefined) return undefined;
    try {
      return readFileSync(path, 'utf8').trim();
    } catch (error) {
      problems.push(`${name}: ${path} cannot be read (${labelOf(error as Error).code ?? 'unknown'})`);
      return undefined;
    }
  };
  const kafka = kafkaAccess(settings, read);
  const mongoUrl = settings.MONGO_URL ?? read('MONGO_URL_FILE');
  if (mongoUrl !== undefined && !engineSettings.MONGO_URL.safeParse(mongoUrl).success)
    problems.push('MONGO_URL_FILE: must hold an address that begins with mongodb:// or mongodb+srv://');
  else if (mongoUrl !== undefined && !isMongodbAddress(mongoUrl)) problems.push(UNREADABLE_ADDRESS);
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    dataDir: settings.DATA_DIR,
    prefix: settings.ENGINES_PREFIX === '' ? '' : `${settings.ENGINES_PREFIX}-`,
    mongoUrl,
    kafka,
  };
}

function kafkaAccess(
  settings: Settings,
  read: (name: 'KAFKA_CA_FILE' | 'KAFKA_CERT_FILE' | 'KAFKA_KEY_FILE' | 'KAFKA_PASSWORD_FILE') => string | undefined,
): KafkaAccess | undefined {
  const { KAFKA_BROKERS: brokers, KAFKA_TLS: tls, KAFKA_SASL: mechanism, KAFKA_USERNAME: username = '' } = settings;
  if (brokers === undefined) return undefined;
  return {
    brokers: brokers.split(','),
    ...(tls === 'on' && {
      ssl: present({ ca: read('KAFKA_CA_FILE'), cert: read('KAFKA_CERT_FILE'), key: read('KAFKA_KEY_FILE') }),
    }),
    ...(mechanism && { sasl: { mechanism, username, password: read('KAFKA_PASSWORD_FILE') ?? '' } }),
  };
}

function present(values: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function* contradictions(settings: Settings): Generator<string> {
  if (settings.MONGO_URL && settings.MONGO_URL_FILE)
    yield 'MONGO_URL_FILE: is set beside MONGO_URL; one of them is enough';
  for (const name of ['KAFKA_CA_FILE', 'KAFKA_CERT_FILE', 'KAFKA_KEY_FILE'] as const)
    if (settings[name] && settings.KAFKA_TLS === 'off') yield `${name}: is not used without KAFKA_TLS=on`;
  if (Boolean(settings.KAFKA_CERT_FILE) !== Boolean(settings.KAFKA_KEY_FILE))
    yield 'KAFKA_CERT_FILE, KAFKA_KEY_FILE: are set together, or none of them';
  const { KAFKA_SASL: mechanism, KAFKA_USERNAME: username, KAFKA_PASSWORD_FILE: password } = settings;
  const login = [mechanism, username, password].filter(Boolean).length;
  if (login !== 0 && login !== 3)
    yield 'KAFKA_SASL, KAFKA_USERNAME, KAFKA_PASSWORD_FILE: are set together, or none of them';
  if (mechanism === 'plain' && settings.KAFKA_TLS === 'off')
    yield 'KAFKA_SASL: plain sends the password as it is, so it needs KAFKA_TLS=on';
}
