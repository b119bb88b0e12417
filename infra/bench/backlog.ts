import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import mongoose from 'mongoose';
import { consume, declareConsuming } from '#shared/consume.ts';
import { messageSchema, type Message } from '#shared/contracts/contract.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { engineConfig, type EngineConfig } from '#shared/engine-settings.ts';
import { openDocuments, openEvents } from '#shared/engines.ts';
import { adminOf, kafkaClient, type KafkaAccess } from '#shared/events/kafka-client.ts';
import { createLog } from '#shared/log.ts';
import { insightsService } from '../../services/insights/service.ts';
import { loadEnvFile } from '../env-file.ts';
import { ensureTopics } from '../topics.ts';
import { rows, type Row } from './table.ts';

/** How fast a backlog is published and taken in by the insights service: on files, and on the engines that the settings name. */
const { values: options } = parseArgs({ options: { events: { type: 'string', default: '100000' } } });
const wanted = Number(options.events);
const BATCH = 100;
const LIMIT_SECONDS = 300;
const log = createLog('bench', 'silent');
const example = messageSchema.parse(JSON.parse(readFileSync(new URL('../../shared/contracts/corpus/employers.events/employer.leadReported.v1.json', import.meta.url), 'utf8')));

loadEnvFile();
const named = engineConfig(process.env);
const measured: Row[] = [];
const dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-backlog-'));
try {
  await measure('SQLite', { dataDir, prefix: '' });
  if (named.kafka) await onEngines(named.kafka, { ...named, dataDir, prefix: `bench-${randomUUID().slice(0, 8)}-` });
} finally {
  rmSync(dataDir, { recursive: true });
}
report();

async function onEngines(kafka: KafkaAccess, config: EngineConfig): Promise<void> {
  await ensureTopics({ ...kafka, prefix: config.prefix }, {}, log);
  const where = `Apache Kafka, ${config.mongoUrl === undefined ? 'SQLite' : await databaseName(config.mongoUrl)}`;
  await measure(where, config);
  const admin = adminOf(kafkaClient({ ...kafka, clientId: 'bench' }, log));
  await admin.connect();
  await admin.deleteTopics({ topics: (await admin.listTopics()).filter((topic) => topic.startsWith(config.prefix)) });
  await admin.disconnect();
}

/** Database and version as the server reports them. */
async function databaseName(url: string): Promise<string> {
  const connection = await mongoose.createConnection(url).asPromise();
  const { version } = await connection.getClient().db('admin').command({ buildInfo: 1 });
  await connection.close();
  return `MongoDB ${String(version)} as the server calls itself`;
}

async function measure(where: string, config: EngineConfig): Promise<void> {
  const documents = await openDocuments('insights', config);
  const events = await openEvents('insights', config, log);
  const { consumer } = insightsService(documents);
  declareConsuming(documents);
  await documents.prepare();
  const topic = employerEvents.topic;
  const published = await timed(`${where}: publishing`, async (progress) => {
    for (let n = 0; n < wanted; n += BATCH) {
      await events.publish(topic, Array.from({ length: Math.min(BATCH, wanted - n) }, (_, index) => eventOf(n + index)));
      progress(n);
    }
  });
  const consuming = await consume(consumer, { group: 'insights', documents, events, log });
  const drained = await timed(`${where}: taking in`, async (progress) => {
    for (let left = wanted; left > 0; left = await events.lag('insights', [topic])) {
      progress(wanted - left);
      await pause(200);
    }
  });
  await consuming.stop();
  await Promise.all([events.close(), documents.close()]);
  measured.push(
    { figure: `${where}: published`, value: Math.round(wanted / published), unit: '/s' },
    { figure: `${where}: taken in by insights`, value: Math.round(wanted / drained), unit: '/s' },
    { figure: `${where}: backlog of ${wanted} drained`, value: Math.round(drained), unit: 's', limit: LIMIT_SECONDS },
  );
}

/** Each of an aggregate of its own, as leads are. */
function eventOf(n: number): Message {
  const subject = `bench-lead-${n}`;
  return { ...example, id: `${subject}.1`, subject, sequence: 1 };
}

async function timed(what: string, work: (progress: (done: number) => void) => Promise<void>): Promise<number> {
  const bar = new SingleBar({ format: `  ${what}  {bar} {percentage}% · {value} of {total}`, hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
  bar.start(wanted, 0);
  const startedAt = performance.now();
  await work((done) => bar.update(done));
  bar.stop();
  return (performance.now() - startedAt) / 1000;
}

function report(): void {
  const at = new Date().toISOString();
  mkdirSync('bench/results', { recursive: true });
  const file = `bench/results/backlog-${at.replaceAll(':', '-')}.json`;
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', node: process.version };
  writeFileSync(file, `${JSON.stringify({ at, machine, events: wanted, measured }, null, 2)}\n`);
  process.stdout.write(`\n${rows(measured)}\n\n${machine.cores} cores, ${machine.model}, Node ${machine.node}; ${file}\n`);
  process.exit(0);
}
