import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { servicePorts } from '#shared/settings/settings.ts';
import { ensureKeyPair } from '#shared/identity/keys.ts';

/** Where `infra/deploy/compose.yaml` looks for them. */
const [folder = fileURLToPath(new URL('../../.secrets', import.meta.url))] = process.argv.slice(2);
/** Who the store knows: each service, and whoever provisions and looks after dead letters. */
const users = [...Object.keys(servicePorts), 'operator'];

mkdirSync(folder, { recursive: true, mode: 0o700 });
// Nobody else on this machine gets past the folder; the files themselves are read by the users of the containers.
chmodSync(folder, 0o700);
writeOnce('mongodb-root', password());
// MongoDB wants base64 of at most 1024 characters.
writeOnce('mongodb-keyfile', randomBytes(567).toString('base64'));
for (const user of users)
  writeOnce(`mongodb-url-${user}`, `mongodb://${user}:${password()}@mongodb:27017/?replicaSet=rs0`);
writeKeyPair();

function writeKeyPair(): void {
  const there = existsSync(join(folder, 'internal.private.pem'));
  const { privateKeyFile, publicKeyFile } = ensureKeyPair(folder);
  for (const file of [privateKeyFile, publicKeyFile]) chmodSync(file, 0o444);
  report('internal.private.pem, internal.public.pem', there);
}

/** Writes a secret that is not there yet. A link to a finished file is there whole or not at all, and replaces none. */
function writeOnce(name: string, content: string): void {
  const file = join(folder, name);
  if (existsSync(file)) {
    report(name, true);
    return;
  }
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o444, flush: true });
  try {
    linkSync(draft, file);
  } finally {
    rmSync(draft);
  }
  report(name, false);
}

/** Letters and digits of an address need no escaping. */
function password(): string {
  return randomBytes(32).toString('hex');
}

function report(name: string, there: boolean): void {
  process.stdout.write(`${name}: ${there ? 'there, left as it is' : 'made'}\n`);
}
