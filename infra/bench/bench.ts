import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoActors } from '../demo/actor.ts';
import { playDemo } from '../demo/play.ts';
import { eventLag } from './event-lag.ts';
import { share, summary, type Timed } from './figures.ts';
import { load, mixed } from './load.ts';
import { residentMemory } from './memory.ts';
import { knownIn, reads, writes } from './operations.ts';
import { startedHouse, type StartedHouse } from './started-house.ts';
import { rows, type Row } from './table.ts';

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '60' }, rate: { type: 'string', default: '60' } } });
const seconds = Number(options.seconds);
const perSecond = Number(options.rate);
const WARM_SECONDS = 10;
const LAG_SECONDS = 20;
const LAG_RATE = 30;

const dataDir = mkdtempSync(join(tmpdir(), 'kurze-wege-bench-'));
const measured: Row[] = [];
const said = (text: string): void => void process.stderr.write(`${text}\n`);
const house = await timed('start without demo data', 15, () => startedHouse(dataDir));
try {
  await measure(house);
} finally {
  await house.stop();
  rmSync(dataDir, { recursive: true });
}
report();

async function measure({ url, pid }: StartedHouse): Promise<void> {
  await timed('demo data', 90, () => playDemo({ url, onProgress: (done, total) => { if (done % 100 === 0) said(`demo data: ${done} of ${total} steps`); } }));
  const actorOf = demoActors(url);
  const known = await knownIn(actorOf);
  const operations = mixed(reads(known), writes(known));
  await load({ operations, perSecond, seconds: WARM_SECONDS, actorOf });
  said(`warm; ${perSecond} requests a second for ${seconds} s`);
  const answers = await load({ operations, perSecond, seconds, actorOf, onSecond: (second) => { if (second % 10 === 0) said(`${second} s`); } });
  const isWrite = new Set(writes(known).map(({ name }) => name));
  latencies('read', 300, answers.filter(({ name }) => !isWrite.has(name)));
  latencies('write', 500, answers.filter(({ name }) => isWrite.has(name)));
  for (const each of answers) detail(each);

  const { lags, missing } = await eventLag(dataDir, { operations: writes(known).slice(0, 1), perSecond: LAG_RATE, seconds: LAG_SECONDS, actorOf });
  measured.push({ figure: `event lag p95 at ${LAG_RATE} mutations/s`, value: share(lags, 0.95), unit: 'ms', limit: 2000 }, { figure: 'events not seen', value: missing, unit: '', limit: 0 });
  measured.push(...residentMemory(pid));
}

async function timed<Result>(figure: string, limit: number, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  measured.push({ figure, value: Math.round((performance.now() - startedAt) / 100) / 10, unit: 's', limit });
  return result;
}

function latencies(kind: string, limit: number, of: Timed[]): void {
  const { requests, errors, p50, p95, p99, max } = summary(of);
  measured.push(
    { figure: `${kind} p50 of ${requests}`, value: p50, unit: 'ms' },
    { figure: `${kind} p95`, value: p95, unit: 'ms', limit },
    { figure: `${kind} p99`, value: p99, unit: 'ms' },
    { figure: `${kind} slowest`, value: max, unit: 'ms' },
    { figure: `${kind} errors`, value: errors, unit: '', limit: 0 },
  );
}

function detail(each: Timed): void {
  const { requests, p50, p95 } = summary([each]);
  measured.push({ figure: `  ${each.name} (${requests}) p50 ${p50}, p95`, value: p95, unit: 'ms' });
  for (const [error, times] of Object.entries(Object.groupBy(each.errors, (text) => text))) said(`${each.name}: ${times?.length ?? 0} × ${error}`);
}

function report(): void {
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model ?? 'unknown', memoryGb: Math.round(totalmem() / 2 ** 30), node: process.version, documents: 'SQLite', events: 'SQLite' };
  const at = new Date().toISOString();
  mkdirSync('bench/results', { recursive: true });
  const file = `bench/results/${at.replaceAll(':', '-')}.json`;
  writeFileSync(file, `${JSON.stringify({ at, machine, perSecond, seconds, measured }, null, 2)}\n`);
  process.stdout.write(`\n${rows(measured)}\n\n${machine.cores} cores, ${machine.model}, ${machine.memoryGb} GB, Node ${machine.node}; ${file}\n`);
  process.exit(0);
}
