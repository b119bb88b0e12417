import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Fills the compile cache, if anything has changed since it was filled. Otherwise each process of the house would load
 * the compiler for itself, which takes it longer to start and some 15 MB more for as long as it lives.
 */
export async function compileOnce(cache = process.env.NODE_COMPILE_CACHE): Promise<void> {
  if (cache === undefined) return;
  const stamp = join(cache, `complete-${fingerprint()}`);
  if (existsSync(stamp)) return;
  const [first, ...others] = globSync('{services/*,gateway}/main.ts', { cwd: root }).sort();
  // What they have in common is compiled by the first.
  if (first !== undefined) await load(first);
  await Promise.all(others.map(load));
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, '');
}

/**
 * Loads a process into the cache: with a setting that none accepts it loads all of itself, refuses to start, and ends.
 */
async function load(main: string): Promise<void> {
  await once(
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, main)], {
      env: { ...process.env, LOG_LEVEL: 'none' },
      stdio: 'ignore',
    }),
    'close',
  );
}

/** Sums up every file that a process of the house may load, by when it was written. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of globSync('{shared,services,gateway,infra}/**/*.ts', { cwd: root }).sort()) {
    const { mtimeMs, size } = statSync(join(root, file));
    hash.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('base64url').slice(0, 16);
}

// Called by itself it fills the cache of an image, also with what a process loads only where it is told to use it.
if (import.meta.main) {
  await compileOnce();
  await Promise.all([import('#shared/documents/mongodb/mongodb.ts'), import('#shared/events/kafka/kafka.ts')]);
}
