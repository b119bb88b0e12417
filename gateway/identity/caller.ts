import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
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

/**
 * The types of access tokens; Keycloak and Entra write `JWT`. Other tokens that an issuer signs with the same key do
 * not count.
 */
const TYPES = new Set(['at+jwt', 'application/at+jwt', 'jwt']);

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
      requiredClaims: ['sub', 'exp'],
      clockTolerance: tokenLimits.clockToleranceSeconds,
    });
    if (TYPES.has(protectedHeader.typ?.toLowerCase() ?? '')) return payload;
  } catch (error) {
    if (!(error instanceof errors.JOSEError) && !(error instanceof TypeError)) throw error;
  }
  throw new Unauthenticated();
}
