import { createPrivateKey } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { signInternalToken, verifyInternalToken } from './identity.ts';
import { ensureKeyPair, publicKeysIn } from './keys.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'keys-'))));
afterEach(() => rmSync(folder, { recursive: true }));

describe('the key pair of the house', () => {
  test('signs what services believe', async () => {
    const { privateKeyFile, publicKeyFile } = ensureKeyPair(folder);
    const identity = {
      actor: { id: 'anna.berg', role: 'CASE_MANAGER' as const, municipalities: ['06431010'] },
      requestId: 'r-1',
    };
    const token = await signInternalToken(createPrivateKey(readFileSync(privateKeyFile)), identity, 'people');
    expect(await verifyInternalToken(publicKeysIn(publicKeyFile), token, 'people')).toEqual(identity);
  });

  test('stays the same when it is asked for again', () => {
    const { privateKeyFile } = ensureKeyPair(folder);
    const before = readFileSync(privateKeyFile, 'utf8');
    ensureKeyPair(folder);
    expect(readFileSync(privateKeyFile, 'utf8')).toBe(before);
  });

  test('gets its public half back when that is lost', () => {
    const { publicKeyFile } = ensureKeyPair(folder);
    const before = readFileSync(publicKeyFile, 'utf8');
    rmSync(publicKeyFile);
    ensureKeyPair(folder);
    expect(readFileSync(publicKeyFile, 'utf8')).toBe(before);
  });

  test('keeps the public key of the next one beside its own', () => {
    const { publicKeyFile } = ensureKeyPair(folder);
    const next = ensureKeyPair(join(folder, 'next'));
    appendFileSync(publicKeyFile, readFileSync(next.publicKeyFile));
    const both = readFileSync(publicKeyFile, 'utf8');
    ensureKeyPair(folder);
    expect([readFileSync(publicKeyFile, 'utf8'), publicKeysIn(publicKeyFile).length]).toEqual([both, 2]);
  });

  test('is not believed by its private half', () => {
    const { privateKeyFile } = ensureKeyPair(folder);
    expect(() => publicKeysIn(privateKeyFile)).toThrow('does not hold Ed25519 public keys');
  });

  test('is for its owner alone, and leaves nothing else behind', () => {
    const { privateKeyFile } = ensureKeyPair(folder);
    expect([statSync(privateKeyFile).mode & 0o777, readdirSync(folder).sort()]).toEqual([
      0o600,
      ['internal.private.pem', 'internal.public.pem'],
    ]);
  });
});
