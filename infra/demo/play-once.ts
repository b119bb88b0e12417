import { playDemoOnce } from './play.ts';

const [url = 'http://127.0.0.1:4000', dataDir = '.data'] = process.argv.slice(2);

/** A process of its own, so that what it took to play the project in is given back afterwards. */
await playDemoOnce({ url, dataDir }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
