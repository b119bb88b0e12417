import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#shared/settings/settings.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import { argumentsOf, runProgram, say } from './command-line.ts';
import { ExitError, exitCodes, type ExitCode } from './exit-error.ts';
import { prepareEngines } from '../house/prepare-engines.ts';
import { houseId } from './move/house-id.ts';
import { lockFolder } from '../house/lock.ts';
import { movedFrom, noteMoved } from '#shared/settings/moved.ts';
import { nameSettingAtFault } from './name-setting-at-fault.ts';
import { documentsTransfer } from './move/documents-transfer.ts';
import { eventsTransfer } from './move/events-transfer.ts';
import type { Comparison } from './move/fingerprint.ts';
import type { Transfer, OnMoveProgress } from './move/transfer.ts';
import { compareHouse, moveHouse } from './move/move-house.ts';
import { showProgress } from './move/show-progress.ts';

await runProgram({
  usage: `npm run move             takes a stopped house from its data folder to MongoDB and Kafka, as the settings name them, and compares
npm run move -- --check   compares alone`,
  whenStopped: 'Stopped. The house is where it was; called again, the move goes on.',
  run,
});

/** The data folder stays as it is. */
async function run(stop: AbortSignal): Promise<ExitCode> {
  const {
    values: { check = false },
  } = argumentsOf({ options: { check: { type: 'boolean' } } });
  const config = engineConfig(process.env);
  const { dataDir } = config;
  if (config.mongoUrl === undefined && config.kafka === undefined)
    throw new ConfigError(['MONGO_URL, KAFKA_BROKERS: at least one says where the house moves to']);
  if (!existsSync(join(dataDir, 'events.sqlite'))) throw new ConfigError([`DATA_DIR: there is no house in ${dataDir}`]);
  const lock = lockFolder(dataDir);
  const moved = movedFrom(dataDir);
  const halves: Transfer[] = [];
  try {
    for (const [what, at] of Object.entries(moved))
      if (!check) say(`The ${what} have moved already, on ${at}; "--check" compares them.`);
    for (const { what, open } of wanted(config)) if (check || moved[what] === undefined) halves.push(await open());
    return halves.length === 0 ? exitCodes.done : await compared(halves, { check, dataDir, stop });
  } finally {
    await Promise.all(halves.map((half) => half.close()));
    lock.release();
  }
}

/** What the settings name another place for. */
function wanted(config: EngineConfig): { what: Transfer['what']; open: () => Promise<Transfer> }[] {
  const { mongoUrl, kafka } = config;
  return [
    ...(mongoUrl === undefined
      ? []
      : [{ what: 'documents' as const, open: () => nameSettingAtFault('MONGO_URL', documentsTransfer(config, mongoUrl)) }]),
    ...(kafka === undefined
      ? []
      : [{ what: 'events' as const, open: () => nameSettingAtFault('KAFKA_BROKERS', eventsTransfer(config, kafka)) }]),
  ];
}

async function compared(
  halves: readonly Transfer[],
  { check, dataDir, stop }: { check: boolean; dataDir: string; stop: AbortSignal },
): Promise<ExitCode> {
  const { onProgress: show, end } = showProgress();
  // Told after each batch that the target has: there it can leave off and go on.
  const onProgress: OnMoveProgress = (what, done) => {
    stop.throwIfAborted();
    show(what, done);
  };
  const both = await (
    check
      ? compareHouse(halves, onProgress)
      : moveHouse({ transfers: halves, house: houseId(dataDir), provision: () => provisioned(stop), onProgress })
  ).finally(end);
  const whole = both.every(isSame);
  say(
    `${both.map(lineOf).join('\n')}\n${whole ? 'Both sides are the same.' : 'The sides differ where a line begins with ✕.'}`,
  );
  if (whole && !check)
    noteMoved(dataDir, Object.fromEntries(halves.map(({ what }) => [what, new Date().toISOString()])));
  return whole ? exitCodes.done : exitCodes.no;
}

async function provisioned(stop: AbortSignal): Promise<void> {
  const exit = await prepareEngines(stop);
  if (exit !== exitCodes.done) throw new ExitError(exit, 'The target could not be made ready.');
}

function isSame({ from, to }: Comparison): boolean {
  return from.count === to.count && from.hash === to.hash;
}

function lineOf(both: Comparison): string {
  const { what, from, to } = both;
  return `${isSame(both) ? '✓' : '✕'} ${what.padEnd(48)} ${String(from.count).padStart(7)} ${from.hash.padEnd(12)}  →  ${String(to.count).padStart(7)} ${to.hash}`.trimEnd();
}
