import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gatewayConfig } from '../gateway/config.ts';
import { ConfigError, serviceConfig } from '#shared/config.ts';
import { playDemoOnce } from './demo/play.ts';
import { startHouse, type House } from './house/house.ts';
import { services, usualPorts } from './house/ports.ts';
import { welcome } from './welcome.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const startedAt = performance.now();

loadEnvFile(join(root, '.env'));
const dataDir = resolve(root, configuredFolder());
const house = await startHouse({ dataDir, ports: usualPorts(process.env), onRestart: (name, reason) => say(`${name} is started again: ${reason}`) }).catch(leave);
stopWhenTold(house);
say(`All services answer after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
if (process.env.DEMO_DATA !== 'off') await playDemoOnce({ url: house.url, dataDir }).catch((error: unknown) => say(`The demo data is not complete: ${reasonOf(error)}. The next start goes on with it.`));
say(welcome(house.url));

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function loadEnvFile(file: string): void {
  if (existsSync(file)) process.loadEnvFile(file);
}

/** Everything that any process would refuse to start with, at once. */
function configuredFolder(): string {
  const problems = new Set<string>();
  const collect = <Config>(read: () => Config): Config | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      for (const problem of error.problems) problems.add(problem);
      return undefined;
    }
  };
  const configs = services.map((name) => collect(() => serviceConfig(name, process.env)));
  collect(() => gatewayConfig(process.env));
  if (problems.size === 0) return configs[0]?.dataDir ?? '.data';
  process.stderr.write(`Some settings are wrong; .env.example explains them all:\n${[...problems].map((problem) => `  ${problem}\n`).join('')}`);
  process.exit(78);
}

/** Ctrl-C, also pressed twice, stops in order; nothing acknowledged is lost. */
function stopWhenTold({ stop }: House): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    say('\nStopping: first the door, then the services, which publish what they have committed …');
    stop().then(
      () => {
        say('Stopped.');
        process.exit(0);
      },
      (error: unknown) => leave(error),
    );
  };
  process.on('SIGINT', once).on('SIGTERM', once);
}

function leave(error: unknown): never {
  process.stderr.write(`Kurze Wege did not start. ${reasonOf(error)}\n`);
  process.exit(1);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
