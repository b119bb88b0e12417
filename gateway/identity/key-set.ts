import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
  type RemoteJWKSet,
} from 'jose';
import type { Log } from '#shared/log.ts';
import { tokenLimits } from '../limits.ts';

/** The issuer's keys were never read and cannot be read now. */
export class KeysUnavailable extends Error {}

/**
 * Keys of a provider elsewhere. `read` asks for them now, so that whoever watches a start hears of a provider that
 * cannot be reached. It never rejects, and keeps nobody from asking again at once: at a start both may come up
 * together.
 */
export type RemoteKeys = JWTVerifyGetKey & { read: () => Promise<void> };

export type KeySetLimits = Pick<typeof tokenLimits, 'keySetMs' | 'keySetCooldownMs' | 'keySetMaxAgeMs'>;

/**
 * Makes the public keys of an identity provider, asked for rarely. While the provider is away, the keys that it
 * published last still count: nobody is locked out because of an outage next door, and nobody can make us ask again and
 * again with invented key ids. Each time that the gateway asks in vain, the log says so.
 */
export function remoteKeys(url: URL, log: Pick<Log, 'warn'>, limits: KeySetLimits = tokenLimits): RemoteKeys {
  const remote = createRemoteJWKSet(url, {
    timeoutDuration: limits.keySetMs,
    cooldownDuration: limits.keySetCooldownMs,
    cacheMaxAge: limits.keySetMaxAgeMs,
  });
  let awayUntil = 0;
  const warn = (error: unknown): void =>
    log.warn({ err: error, known: remote.jwks() !== undefined }, "the identity provider's keys cannot be read");
  const away = (error: unknown): void => {
    // Everybody who waited for the same answer comes by here.
    if (Date.now() >= awayUntil) warn(error);
    awayUntil = Date.now() + limits.keySetCooldownMs;
  };
  const keyOf: JWTVerifyGetKey = async (header, token) => {
    if (Date.now() < awayUntil) return lastKnownKeys(remote)(header, token);
    try {
      return await remote(header, token);
    } catch (error) {
      if (isAboutTheToken(error)) throw error;
      away(error);
      return lastKnownKeys(remote)(header, token);
    }
  };
  return Object.assign(keyOf, { read: () => remote.reload().catch(warn) });
}

function lastKnownKeys(remote: RemoteJWKSet): JWTVerifyGetKey {
  const keys: JSONWebKeySet | undefined = remote.jwks();
  if (!keys) throw new KeysUnavailable();
  return createLocalJWKSet(keys);
}

/** True for no key, or several, that fit the token's header: an answer, not an outage. */
function isAboutTheToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey ||
    error instanceof errors.JWKSMultipleMatchingKeys ||
    error instanceof errors.JOSENotSupported
  );
}
