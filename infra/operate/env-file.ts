import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Takes settings from `.env`, if there is one; what the environment has already set stays. DATA_DIR is relative to the
 * project, wherever it is read.
 */
export function loadEnvFile(): void {
  const file = join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  const { DATA_DIR: folder = '' } = process.env;
  process.env.DATA_DIR = resolve(root, folder === '' ? '.data' : folder);
}
