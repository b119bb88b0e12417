import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { loadEnvFile } from '../operate/env-file.ts';
import { measureBacklog } from './measure-backlog.ts';
import { measureHouse } from './measure-house.ts';
import { table, type Measured } from './table.ts';
import { benchSetups, type BenchSetup } from './setup.ts';

/** `npm run bench`: a house on files, and one on the engines that the settings name, measured beside each other. */
const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    rate: { type: 'string', default: '60' },
    events: { type: 'string', default: '100000' },
    /** One of the two parts alone. */
    part: { type: 'string', default: 'all' },
  },
});
const settings = { perSecond: Number(options.rate), seconds: Number(options.seconds) };
type Column = Pick<BenchSetup, 'name' | 'documents' | 'events'> & { measured: Measured[] };

loadEnvFile();
const columns: Column[] = [];
for (const open of benchSetups(process.env)) {
  const way = await open();
  try {
    columns.push({ name: way.name, documents: way.documents, events: way.events, measured: await measured(way) });
  } finally {
    await way.close();
  }
}
report();

async function measured(way: BenchSetup): Promise<Measured[]> {
  const say = (text: string): void => void process.stderr.write(`${way.name}: ${text}\n`);
  return [
    ...(options.part === 'backlog' ? [] : await measureHouse(way, settings, say)),
    ...(options.part === 'house' ? [] : await measureBacklog(way, Number(options.events))),
  ];
}

function report(): void {
  const machine = {
    cores: availableParallelism(),
    model: cpus()[0]?.model ?? 'unknown',
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  const at = new Date().toISOString();
  mkdirSync('bench/results', { recursive: true });
  const file = `bench/results/${at.replaceAll(':', '-')}.json`;
  writeFileSync(file, `${JSON.stringify({ at, machine, ...settings, ways: columns }, null, 2)}\n`);
  const ways = columns.map(({ name, documents, events }) => `${name}: documents on ${documents}, events on ${events}`);
  process.stdout.write(
    `\n${table(columns)}\n\n${ways.join('\n')}\n${machine.cores} cores, ${machine.model}, ${machine.memoryGb} ` +
      `GB, Node ${machine.node}; ${file}\n`,
  );
  process.exit(0);
}
