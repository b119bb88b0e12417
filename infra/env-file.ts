import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../.env', import.meta.url));

/** Takes settings from `.env`, if there is one. What the environment has already set stays. */
export function loadEnvFile(): void {
  if (existsSync(file)) process.loadEnvFile(file);
}
