import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongodbAdmin } from '#shared/documents/mongodb/admin.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import { startIssuer } from './issuer.ts';
import { ownEngines } from './own-engines.ts';

/** A way of running that is measured, with databases, topics and a data folder of its own. */
export type BenchSetup = {
  name: 'files' | 'engines';
  /** What keeps the documents and the events, as it calls itself. */
  documents: string;
  events: string;
  config: EngineConfig;
  /** What a house of this way is started with. */
  env: NodeJS.ProcessEnv;
  /** On engines that others can reach a house issues no tokens itself. */
  tokenOf?: (user: string) => Promise<string>;
  close: () => Promise<void>;
};

const NONE = {
  MONGO_URL: '',
  MONGO_URL_FILE: '',
  KAFKA_BROKERS: '',
  ENGINES_PREFIX: '',
  OIDC_ISSUER: '',
  OIDC_AUDIENCE: '',
  OIDC_JWKS_URL: '',
};

/** Lists the setups to measure: files always; engines where the settings name one. */
export function benchSetups(env: NodeJS.ProcessEnv): (() => Promise<BenchSetup>)[] {
  const { mongoUrl, kafka } = engineConfig(env);
  return [onFiles, ...(mongoUrl === undefined && kafka === undefined ? [] : [() => onEngines(env, mongoUrl)])];
}

async function onFiles(): Promise<BenchSetup> {
  const dataDir = newFolder();
  return {
    name: 'files',
    documents: 'SQLite',
    events: 'SQLite',
    config: { dataDir, prefix: '' },
    env: { ...NONE, DATA_DIR: dataDir },
    close: async () => rmSync(dataDir, { recursive: true }),
  };
}

async function onEngines(env: NodeJS.ProcessEnv, mongoUrl: string | undefined): Promise<BenchSetup> {
  const dataDir = newFolder();
  const engines = await ownEngines('bench', { MONGO_URL: mongoUrl, KAFKA_BROKERS: env.KAFKA_BROKERS });
  const issuer = await startIssuer(dataDir);
  return {
    name: 'engines',
    documents: mongoUrl === undefined ? 'SQLite' : await databaseName(mongoUrl),
    events: engines.config.kafka === undefined ? 'SQLite' : 'Apache Kafka',
    config: { ...engines.config, dataDir },
    env: { ...NONE, ...engines.env, ...issuer.env, DATA_DIR: dataDir },
    tokenOf: issuer.tokenOf,
    close: async () => {
      await Promise.all([issuer.close(), engines.remove()]);
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Returns the version that the server reports: what answers may be another one that speaks as MongoDB does. */
async function databaseName(url: string): Promise<string> {
  const admin = await openMongodbAdmin(url);
  const version = await admin.readVersion();
  await admin.close();
  return `MongoDB ${version}, as the server calls itself`;
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kurze-wege-bench-'));
}
