import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ConfigError } from '#shared/config.ts';
import { engineConfig, type EngineConfig } from '#shared/engine-settings.ts';
import { loadEnvFile } from './env-file.ts';
import { houseId } from './house/house-id.ts';
import { lockFolder } from './house/lock.ts';
import { movedFrom, noteMoved } from '#shared/moved.ts';
import { named } from './house/named.ts';
import { documentsHalf } from './move/documents-half.ts';
import { eventsHalf } from './move/events-half.ts';
import { MoveRefused, type Compared } from './move/fingerprint.ts';
import type { Half } from './move/half.ts';
import { compare, move } from './move/move.ts';
import { showProgress } from './move/show-progress.ts';

/** What the shell is told. */
const exits = { done: 0, different: 1, refused: 77, config: 78, failed: 69 } as const;

loadEnvFile();
process.exitCode = await run().catch(failed);

/** Takes a stopped house from its data folder to MongoDB and Kafka, as the settings name them; the folder stays as it is. */
async function run(): Promise<number> {
  const { values: { check = false } } = parseArgs({ options: { check: { type: 'boolean' } } });
  const config = engineConfig(process.env);
  const { dataDir } = config;
  if (config.mongoUrl === undefined && config.kafka === undefined) throw new ConfigError(['MONGO_URL, KAFKA_BROKERS: at least one says where the house moves to']);
  if (!existsSync(join(dataDir, 'events.sqlite'))) throw new ConfigError([`DATA_DIR: there is no house in ${dataDir}`]);
  const lock = lockFolder(dataDir);
  const moved = movedFrom(dataDir);
  const halves: Half[] = [];
  try {
    for (const [what, at] of Object.entries(moved)) if (!check) said(`The ${what} have moved already, on ${at}; "--check" compares them.`);
    for (const { what, open } of wanted(config)) if (check || moved[what] === undefined) halves.push(await open());
    return halves.length === 0 ? exits.done : await compared(halves, { check, dataDir });
  } finally {
    await Promise.all(halves.map((half) => half.close()));
    lock.release();
  }
}

/** What the settings name another place for. */
function wanted(config: EngineConfig): { what: Half['what']; open: () => Promise<Half> }[] {
  const { mongoUrl, kafka } = config;
  return [
    ...(mongoUrl === undefined ? [] : [{ what: 'documents' as const, open: () => named('MONGO_URL', documentsHalf(config, mongoUrl)) }]),
    ...(kafka === undefined ? [] : [{ what: 'events' as const, open: () => named('KAFKA_BROKERS', eventsHalf(config, kafka)) }]),
  ];
}

async function compared(halves: readonly Half[], { check, dataDir }: { check: boolean; dataDir: string }): Promise<number> {
  const { onProgress, end } = showProgress();
  const both = await (check ? compare(halves, onProgress) : move({ halves, house: houseId(dataDir), provision, onProgress })).finally(end);
  const whole = both.every(isSame);
  said(`${both.map(lineOf).join('\n')}\n${whole ? 'Both sides are the same.' : 'The sides differ where a line begins with ✕.'}`);
  if (whole && !check) noteMoved(dataDir, Object.fromEntries(halves.map(({ what }) => [what, new Date().toISOString()])));
  return whole ? exits.done : exits.different;
}

async function provision(): Promise<void> {
  const program = fileURLToPath(new URL('./provision.ts', import.meta.url));
  const [code] = (await once(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], { stdio: ['ignore', 'ignore', 'inherit'] }), 'close')) as [number | null];
  if (code !== 0) throw new Error('The target could not be made ready.');
}

function isSame({ from, to }: Compared): boolean {
  return from.count === to.count && from.hash === to.hash;
}

function lineOf(both: Compared): string {
  const { what, from, to } = both;
  return `${isSame(both) ? '✓' : '✕'} ${what.padEnd(48)} ${String(from.count).padStart(7)} ${from.hash.padEnd(12)}  →  ${String(to.count).padStart(7)} ${to.hash}`.trimEnd();
}

function said(text: string): void {
  process.stdout.write(`${text}\n`);
}

function failed(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : 'The move failed.'}\n`);
  if (error instanceof ConfigError) return exits.config;
  return error instanceof MoveRefused ? exits.refused : exits.failed;
}
