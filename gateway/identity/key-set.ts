import { createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey, type RemoteJWKSet } from 'jose';
import { tokenLimits } from '../limits.ts';

/** The issuer's keys were never read and cannot be read now. */
export class KeysUnavailable extends Error {}

export type KeySetLimits = Pick<typeof tokenLimits, 'keySetMs' | 'keySetCooldownMs' | 'keySetMaxAgeMs'>;

/**
 * The public keys of an identity provider, asked for rarely. While it is away, the keys it published last still count: nobody
 * is locked out because of an outage next door, and nobody can make us ask it again and again with invented key ids.
 */
export function remoteKeys(url: URL, limits: KeySetLimits = tokenLimits): JWTVerifyGetKey {
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: limits.keySetMs,
    cooldownDuration: limits.keySetCooldownMs,
    cacheMaxAge: limits.keySetMaxAgeMs,
  });
  let awayUntil = 0;
  return async (header, token) => {
    if (Date.now() < awayUntil) return known(remote)(header, token);
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      awayUntil = Date.now() + limits.keySetCooldownMs;
      return known(remote)(header, token);
    }
  };
}

function known(remote: RemoteJWKSet): JWTVerifyGetKey {
  const keys: JSONWebKeySet | undefined = remote.jwks();
  if (!keys) throw new KeysUnavailable();
  return createLocalJWKSet(keys);
}

/** No key, or several, for what the token's header says: an answer, not an outage. */
function isAboutTheToken(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys || error instanceof errors.JOSENotSupported;
}
