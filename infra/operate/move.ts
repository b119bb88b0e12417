import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#shared/settings/settings.ts';
import { engineConfig, type EngineConfig } from '#shared/settings/engine-settings.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { movedFrom, noteMoved } from '#shared/settings/moved.ts';
import { lockFolder } from '../house/lock.ts';
import { prepareEngines } from '../house/prepare-engines.ts';
import { argumentsOf, runProgram, say } from './command-line.ts';
import { ExitError } from './exit-error.ts';
import { documentsTransfer } from './move/documents-transfer.ts';
import { eventsTransfer } from './move/events-transfer.ts';
import type { Comparison } from './move/fingerprint.ts';
import { houseId } from './move/house-id.ts';
import { compareHouse, moveHouse } from './move/move-house.ts';
import { showProgress } from './move/show-progress.ts';
import type { OnMoveProgress, Transfer } from './move/transfer.ts';
import { nameSettingAtFault } from './name-setting-at-fault.ts';

await runProgram({
  usage:
    'npm run move             takes a stopped house from its data folder to MongoDB and Kafka, ' +
    'as the settings name them, and compares\n' +
    'npm run move -- --check   compares alone',
  whenStopped: 'Stopped. The house is where it was; called again, the move goes on.',
  run,
});

/** Moves the house. The data folder stays as it is. */
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
  const transfers: Transfer[] = [];
  try {
    for (const [what, at] of Object.entries(moved))
      if (!check) say(`The ${what} have moved already, on ${at}; "--check" compares them.`);
    for (const { what, open } of wantedTransfers(config))
      if (check || moved[what] === undefined) transfers.push(await open());
    return transfers.length === 0 ? exitCodes.done : await moveAndCompare(transfers, { check, dataDir, stop });
  } finally {
    await Promise.all(transfers.map((transfer) => transfer.close()));
    lock.release();
  }
}

/** Returns a transfer for each of what the settings name another place for. */
function wantedTransfers(config: EngineConfig): { what: Transfer['what']; open: () => Promise<Transfer> }[] {
  const { mongoUrl, kafka } = config;
  const openDocuments = (url: string) => () => nameSettingAtFault('MONGO_URL', documentsTransfer(config, url));
  const openEvents = (access: NonNullable<EngineConfig['kafka']>) => () =>
    nameSettingAtFault('KAFKA_BROKERS', eventsTransfer(config, access));
  return [
    ...(mongoUrl === undefined ? [] : [{ what: 'documents' as const, open: openDocuments(mongoUrl) }]),
    ...(kafka === undefined ? [] : [{ what: 'events' as const, open: openEvents(kafka) }]),
  ];
}

async function moveAndCompare(
  transfers: readonly Transfer[],
  { check, dataDir, stop }: { check: boolean; dataDir: string; stop: AbortSignal },
): Promise<ExitCode> {
  const display = showProgress();
  // Called after each batch that the target has: there the move can leave off and go on.
  const onProgress: OnMoveProgress = (what, done) => {
    stop.throwIfAborted();
    display.onProgress(what, done);
  };
  const comparisons = await (
    check
      ? compareHouse(transfers, onProgress)
      : moveHouse({ transfers, house: houseId(dataDir), provision: () => provisionTarget(stop), onProgress })
  ).finally(display.end);
  const whole = comparisons.every(isSame);
  const verdict = whole ? 'Both sides are the same.' : 'The sides differ where a line begins with ✕.';
  say([...comparisons.map(lineOf), verdict].join('\n'));
  if (whole && !check)
    noteMoved(dataDir, Object.fromEntries(transfers.map(({ what }) => [what, new Date().toISOString()])));
  return whole ? exitCodes.done : exitCodes.no;
}

async function provisionTarget(stop: AbortSignal): Promise<void> {
  const code = await prepareEngines(stop);
  if (code !== exitCodes.done) throw new ExitError(code, 'The target could not be made ready.');
}

function isSame({ from, to }: Comparison): boolean {
  return from.count === to.count && from.hash === to.hash;
}

function lineOf(comparison: Comparison): string {
  const { what, from, to } = comparison;
  const here = `${String(from.count).padStart(7)} ${from.hash.padEnd(12)}`;
  const there = `${String(to.count).padStart(7)} ${to.hash}`;
  return `${isSame(comparison) ? '✓' : '✕'} ${what.padEnd(48)} ${here}  →  ${there}`.trimEnd();
}
