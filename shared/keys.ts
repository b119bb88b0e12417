import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from './config.ts';

export type KeyPairFiles = { privateKeyFile: string; publicKeyFile: string };

/**
 * An Ed25519 key pair as two PEM files below the folder, made once: whoever comes second, even at the same moment, finds the
 * first one's. Only their owner can read them.
 */
export function ensureKeyPair(folder: string, name = 'internal'): KeyPairFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privateKeyFile = join(folder, `${name}.private.pem`);
  const publicKeyFile = join(folder, `${name}.public.pem`);
  const privateKey = readIfThere(privateKeyFile) ?? created(privateKeyFile);

  const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ type: 'spki', format: 'pem' }).toString();
  if (readIfThere(publicKeyFile) !== publicKey) {
    const draft = drafted(publicKeyFile, publicKey);
    renameSync(draft, publicKeyFile);
  }
  return { privateKeyFile, publicKeyFile };
}

/** A link to a finished file is there whole or not at all, and never replaces another. */
function created(file: string): string {
  const draft = drafted(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function drafted(file: string, content: string): string {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, content, { mode: 0o600, flush: true });
  return draft;
}

/** The public half, as whoever believes the gateway reads it. Throws a `ConfigError` that names the setting. */
export function publicKeyIn(file: string): KeyObject {
  const wrong = (what: string): ConfigError => new ConfigError([`INTERNAL_PUBLIC_KEY_FILE: ${file} ${what}; \`npm start\` makes the keys of a house`]);
  let key: KeyObject | undefined;
  try {
    key = createPublicKey(readFileSync(file));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error && 'code' in error) throw wrong(`cannot be read (${String(error.code)})`);
  }
  if (key?.asymmetricKeyType !== 'ed25519') throw wrong('holds no Ed25519 public key');
  return key;
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
