import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Presets, SingleBar } from 'cli-progress';
import { ConfigError } from '#shared/config.ts';
import { engineConfig } from '#shared/engine-settings.ts';
import { createLog } from '#shared/log.ts';
import { loadEnvFile } from './env-file.ts';
import { lockFolder } from './house/lock.ts';
import { movedFile } from './house/moved.ts';
import { MoveRefused, type Compared } from './move/fingerprint.ts';
import { move } from './move/move.ts';

/** What the shell is told. */
const exits = { done: 0, different: 1, refused: 77, config: 78, failed: 69 } as const;
const provision = fileURLToPath(new URL('./provision.ts', import.meta.url));

loadEnvFile();
process.exitCode = await run().catch(failed);

/** Takes a stopped house from its data folder to MongoDB and Kafka, as the settings name them; the folder stays as it is. */
async function run(): Promise<number> {
  const { values: { check = false } } = parseArgs({ options: { check: { type: 'boolean' } } });
  const config = engineConfig(process.env);
  if (config.mongoUrl === undefined && config.kafka === undefined) throw new ConfigError(['MONGO_URL, KAFKA_BROKERS: at least one says where the house moves to']);
  if (!existsSync(join(config.dataDir, 'events.sqlite'))) throw new ConfigError([`DATA_DIR: there is no house in ${config.dataDir}`]);
  const lock = lockFolder(config.dataDir);
  try {
    const [code] = (await once(spawn(process.execPath, ['--disable-warning=ExperimentalWarning', provision], { stdio: ['ignore', 'ignore', 'inherit'] }), 'close')) as [number | null];
    if (code !== 0) return exits.failed;
    const bar = new SingleBar({ format: '  moving {what}  {value} records and events', hideCursor: true, clearOnComplete: true }, Presets.shades_classic);
    bar.start(0, 0, { what: '' });
    const compared = await move({ config, checkOnly: check, log: createLog('move', 'silent'), onProgress: (what, moved) => bar.increment(moved, { what }) }).finally(() => bar.stop());
    const whole = compared.every(isSame);
    process.stdout.write(`${compared.map(lineOf).join('\n')}\n${whole ? 'Both sides are the same.' : 'The sides differ where a line begins with ✕.'}\n`);
    if (whole && !check) writeFileSync(movedFile(config.dataDir), `moved ${new Date().toISOString()}\n`);
    return whole ? exits.done : exits.different;
  } finally {
    lock.release();
  }
}

function isSame({ from, to }: Compared): boolean {
  return from.count === to.count && from.hash === to.hash;
}

function lineOf(compared: Compared): string {
  const { what, from, to } = compared;
  return `${isSame(compared) ? '✓' : '✕'} ${what.padEnd(48)} ${String(from.count).padStart(7)} ${from.hash.padEnd(12)}  →  ${String(to.count).padStart(7)} ${to.hash}`.trimEnd();
}

function failed(error: unknown): number {
  process.stderr.write(`${error instanceof Error ? error.message : 'The move failed.'}\n`);
  if (error instanceof ConfigError) return exits.config;
  return error instanceof MoveRefused ? exits.refused : exits.failed;
}
