import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  importPKCS8,
  importSPKI,
  SignJWT,
  type JSONWebKeySet,
} from 'jose';
import { ensureKeyPair } from '#shared/identity/keys.ts';
import type { TrustedIssuer } from '../identity/caller.ts';
import type { DemoUser } from './demo-users.ts';

const ISSUER = 'urn:kurze-wege:local-issuer';
const AUDIENCE = 'kurze-wege';
const LIFETIME_HOURS = 12;

export type IssuedToken = { token: string; expiresAt: string };

export type LocalIssuer = {
  issue: (user: Omit<DemoUser, 'may' | 'label'>) => Promise<IssuedToken>;
  jwks: JSONWebKeySet;
  /** The issuer as the gateway verifies its tokens: the same way as with any other issuer. */
  trusted: TrustedIssuer;
};

/**
 * Issues tokens for the demo users, on this machine alone. Its key lies in the data folder: a restart logs nobody out.
 */
export async function localIssuer(dataDir: string): Promise<LocalIssuer> {
  const { privateKeyFile, publicKeyFile } = ensureKeyPair(join(dataDir, 'keys'), 'issuer');
  const privateKey = await importPKCS8(readFileSync(privateKeyFile, 'utf8'), 'EdDSA');
  const publicKey = await exportJWK(
    await importSPKI(readFileSync(publicKeyFile, 'utf8'), 'EdDSA', { extractable: true }),
  );
  const kid = await calculateJwkThumbprint(publicKey);
  const jwks = { keys: [{ ...publicKey, kid, alg: 'EdDSA', use: 'sig' }] };
  return {
    jwks,
    trusted: { issuer: ISSUER, audience: AUDIENCE, keys: createLocalJWKSet(jwks) },
    issue: async ({ id, role, municipalities, providerId }) => {
      const expires = new Date(Date.now() + LIFETIME_HOURS * 3_600_000);
      const token = await new SignJWT({ role, municipalities, ...(providerId && { provider: providerId }) })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: 'at+jwt' })
        .setSubject(id)
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(expires)
        .sign(privateKey);
      return { token, expiresAt: expires.toISOString() };
    },
  };
}
