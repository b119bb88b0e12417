import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '#shared/settings/settings.ts';
import { engineConfig } from '#shared/settings/engine-settings.ts';
import { complain, say } from '../operate/command-line.ts';
import { loadEnvFile } from '../operate/env-file.ts';
import { exitCodes, type ExitCode } from '#shared/service/exit-codes.ts';
import { exitCodeOf } from '../operate/exit-error.ts';
import { compileOnce } from './compile.ts';
import { prepareEngines } from './prepare-engines.ts';
import { startHouse, type House } from './house.ts';
import { assertNotMoved } from '#shared/settings/moved.ts';
import { houseSettings, type HouseSettings } from './settings.ts';
import { runInOwnProcess } from './own-process.ts';
import { welcome } from './welcome.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stopping = new AbortController();
// Ctrl-C, also pressed twice, stops in order; so does closing the terminal. `disconnect`: whoever started us is gone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => stopping.abort());
// Whoever read along has gone (`npm start | head`): the house stays.
process.stdout.on('error', () => undefined);

await run(configured()).catch((error: unknown) =>
  leave(`Kurze Wege did not start.\n${error instanceof Error ? error.message : String(error)}`, exitCodeOf(error)),
);

async function run(settings: HouseSettings): Promise<void> {
  const { signal } = stopping;
  const startedAt = performance.now();
  assertNotMoved({ ...engineConfig(process.env), dataDir: settings.dataDir });
  await compileOnce();
  const ready = settings.onEngines ? await prepareEngines(signal) : exitCodes.done;
  if (ready !== exitCodes.done && !signal.aborted)
    return leave('Kurze Wege did not start: its engines are not ready.', ready);
  const house = await startHouse({
    ...settings,
    signal,
    onRestart: (name, reason) => say(`${name} is started again: ${reason}`),
  }).catch((error: unknown) => {
    if (signal.aborted) return undefined;
    throw error;
  });
  if (house) {
    say(`All services answer after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
    if (settings.playDemo) await demoPlayed(house);
    if (!signal.aborted) say(welcome(house.url, settings.trust));
    await keptUntil(signal, house);
  }
  say('Stopped.');
  process.exit(exitCodes.done);
}

/**
 * The process that plays it in shows its own progress; told to stop, it is left where it is and goes on at the next
 * start.
 */
async function demoPlayed({ url, dataDir }: House): Promise<void> {
  const code = await runInOwnProcess('infra/demo/play-once.ts', {
    args: [url, dataDir],
    shown: true,
    stop: stopping.signal,
  });
  if (code !== exitCodes.done) say('The demo data is not complete. The next start goes on with it.');
}

async function keptUntil(signal: AbortSignal, { stop }: House): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
  say('\nStopping: first the door, then the services, which publish what they have committed …');
  await stop();
}

function configured(): HouseSettings {
  loadEnvFile();
  try {
    return houseSettings(process.env, root);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const problems = error.problems.map((problem) => `  ${problem}`);
    return leave(
      ['Some settings are wrong; .env.example explains them all:', ...problems].join('\n'),
      exitCodes.config,
    );
  }
}

function leave(reason: string, code: ExitCode): never {
  complain(reason);
  process.exit(code);
}
