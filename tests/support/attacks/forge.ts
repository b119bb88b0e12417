import { createHmac, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

export type TokenParts = { header?: object; claims?: object; key?: KeyObject };

export const stranger = generateKeyPairSync('ed25519').privateKey;

export const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;

/** Signs a token by hand: a library would not sign most of these. */
export function forged(header: object, claims: object, key: KeyObject): string {
  return signed(header, claims, (input) => sign(null, input, key));
}

export function unsigned(header: object, claims: object): string {
  return signed(header, claims, () => Buffer.alloc(0));
}

/** Signs with the public key, which everybody may know, taken for a shared secret. */
export function confused(header: object, claims: object, key: KeyObject): string {
  const secret = createPublicKey(key).export({ type: 'spki', format: 'pem' });
  return signed({ ...header, alg: 'HS256' }, claims, (input) => createHmac('sha256', secret).update(input).digest());
}

/** Puts another payload under the signature of a genuine token. */
export function tampered(token: string, changed: object): string {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
  return [header, part({ ...claims, ...changed }), signature].join('.');
}

function signed(header: object, claims: object, signature: (input: Buffer) => Buffer): string {
  const input = `${part(header)}.${part(claims)}`;
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
