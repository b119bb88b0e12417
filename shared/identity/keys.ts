import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '#shared/settings/settings.ts';

export type KeyPairFiles = { privateKeyFile: string; publicKeyFile: string };

/**
 * Returns an Ed25519 key pair as two PEM files below the folder, made once: whoever comes second, even at the same
 * moment, finds the first one's. Only their owner can read them.
 */
export function ensureKeyPair(folder: string, name = 'internal'): KeyPairFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privateKeyFile = join(folder, `${name}.private.pem`);
  const publicKeyFile = join(folder, `${name}.public.pem`);
  const privateKey = readIfThere(privateKeyFile) ?? createKey(privateKeyFile);

  const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }).toString();
  // While keys are exchanged, a second one may be beside it.
  if (!readIfThere(publicKeyFile)?.includes(publicKey)) {
    const draft = writeDraft(publicKeyFile, publicKey);
    renameSync(draft, publicKeyFile);
  }
  return { privateKeyFile, publicKeyFile };
}

/**
 * Creates a key file and returns its content. A link to a finished file is there whole or not at all, and never
 * replaces another.
 */
function createKey(file: string): string {
  const draft = writeDraft(
    file,
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function writeDraft(file: string, content: string): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  return draft;
}

/**
 * Returns the public keys that a file holds, in its order: while keys are exchanged there are two, the former and the
 * next. Throws a `ConfigError` that names the setting.
 */
export function publicKeysIn(file: string): KeyObject[] {
  const wrong = (what: string): ConfigError =>
    new ConfigError([`INTERNAL_PUBLIC_KEY_FILE: ${file} ${what}; \`npm start\` makes the keys of a house`]);
  let pem = '';
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    throw wrong(
      `cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'for an unknown reason'})`,
    );
  }
  const keys = [...pem.matchAll(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g)].map(([block]) =>
    publicKey(block),
  );
  const ed25519 = keys.filter((key) => key?.asymmetricKeyType === 'ed25519');
  if (ed25519.length === 0 || ed25519.length < keys.length) throw wrong('does not hold Ed25519 public keys alone');
  return ed25519.filter((key) => key !== undefined);
}

function publicKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code;
}
