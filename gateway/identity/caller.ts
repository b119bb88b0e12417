import { errors, jwtVerify, type JWTHeaderParameters, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { actorSchema, type Actor } from '#shared/identity/identity.ts';
import { tokenLimits } from '../limits.ts';

/** An issuer whose tokens count here. */
export type TrustedIssuer = { issuer: string; audience: string; keys: JWTVerifyGetKey };

/** The token proves nothing here. */
export class Unauthenticated extends Error {}

/** The token is genuine, but names no role of this house for its bearer. */
export class WithoutRole extends Error {}

/**
 * The signatures that only the issuer can make: never `none`, never a shared secret that our public key could stand in
 * for.
 */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'PS256', 'RS256'];

/** What says of itself that it is an access token. */
const ACCESS_TYPES = new Set(['at+jwt', 'application/at+jwt']);

/** What Keycloak and Entra write over everything they sign: then the claims say what it is. */
const ANY_TYPE = 'jwt';

/** What only ID and logout tokens have: they tell a page who signed in, and open nothing. */
const CLAIMS_OF_OTHERS = ['nonce', 'at_hash', 'c_hash', 's_hash', 'events'];

export type Caller = {
  actor: Actor;
  /** In milliseconds since 1970. */
  expiresAt: number;
};

/** Verifies a token and returns its caller. */
export async function callerOf(token: string, trusted: TrustedIssuer): Promise<Caller> {
  const payload = await verifyToken(token, trusted);
  const actor = actorSchema.safeParse({
    id: payload.sub,
    role: payload.role,
    municipalities: payload.municipalities,
    providerId: payload.provider,
  });
  if (!actor.success) throw new WithoutRole();
  return { actor: actor.data, expiresAt: (payload.exp ?? 0) * 1000 };
}

async function verifyToken(token: string, { issuer, audience, keys }: TrustedIssuer): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ALGORITHMS,
      requiredClaims: ['sub', 'exp', 'iat'],
      clockTolerance: tokenLimits.clockToleranceSeconds,
      // Refuses what was issued in the future, too.
      maxTokenAge: tokenLimits.lifetimeSeconds,
    });
    if (isNamed(protectedHeader) && isAccessToken(protectedHeader, payload) && isShortLived(payload)) return payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
  }
  throw new Unauthenticated();
}

/** A token that does not say which key signed it would go on counting when that key is withdrawn for another. */
function isNamed({ kid }: JWTHeaderParameters): boolean {
  return typeof kid === 'string' && kid !== '';
}

function isAccessToken({ typ }: JWTHeaderParameters, payload: JWTPayload): boolean {
  const type = typ?.toLowerCase() ?? '';
  if (type !== ANY_TYPE) return ACCESS_TYPES.has(type);
  // Keycloak says it in a claim: `Bearer`, or else `ID`, `Refresh`, `Logout`.
  const said = payload.typ ?? 'Bearer';
  return said === 'Bearer' && CLAIMS_OF_OTHERS.every((name) => payload[name] === undefined);
}

function isShortLived({ iat = -Infinity, exp = Infinity }: JWTPayload): boolean {
  return exp - iat <= tokenLimits.lifetimeSeconds;
}
