import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Presets, SingleBar } from 'cli-progress';
import { demoActors } from './actor.ts';
import { countDemoSteps, playDemo } from './play.ts';

const [url = 'http://127.0.0.1:4000', dataDir = '.data'] = process.argv.slice(2);

// A process of its own, so that what it took to play the projects in is given back afterwards.
await playDemoOnce().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});

/**
 * Plays the demo data in on the first start of a house. Interrupted, the next start goes on: every step has a key of
 * its own.
 */
async function playDemoOnce(): Promise<void> {
  const marker = join(dataDir, 'demo-data.played');
  if (existsSync(marker)) return;
  const bar = new SingleBar(
    {
      format: 'Demo data [{bar}] {percentage} %  {value} of {total} steps, {duration_formatted}',
      noTTYOutput: true,
      notTTYSchedule: 5000,
    },
    Presets.rect,
  );
  bar.start(countDemoSteps(), 0);
  try {
    await playDemo({ actorOf: demoActors(url), onProgress: (done) => bar.update(done) });
  } finally {
    bar.stop();
  }
  writeFileSync(marker, '');
}
