import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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
