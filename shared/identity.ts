import { jwtVerify, SignJWT, type CryptoKey } from 'jose';
import { z } from 'zod';

export const roles = ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE', 'TOWN_HALL', 'PROVIDER', 'OPERATOR', 'ANALYST'] as const;
export type Role = (typeof roles)[number];

/** Who asks, as the gateway has verified it. Services believe nothing else. */
export const actorSchema = z.object({
  id: z.string().min(1),
  role: z.enum(roles),
  /** The municipalities (AGS) a case manager, team lead, employer service or town hall works for. */
  municipalities: z.array(z.string().regex(/^\d{8}$/)).default([]),
  /** The measure provider that a PROVIDER belongs to. */
  providerId: z.string().min(1).optional(),
});
export type Actor = z.infer<typeof actorSchema>;

/** One request, as a subgraph sees it. */
export type Identity = { actor: Actor; requestId: string };

const ISSUER = 'kurze-wege-gateway';
const ALGORITHM = 'EdDSA';
const LIFETIME_SECONDS = 30;

/** For one subgraph and one request only: audience is the subgraph's name. */
export async function signInternalToken(key: CryptoKey, { actor, requestId }: Identity, subgraph: string): Promise<string> {
  return new SignJWT({ actor, requestId })
    .setProtectedHeader({ alg: ALGORITHM })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(key);
}

/** Rejects every token that this gateway did not sign for this subgraph within the last half minute. */
export async function verifyInternalToken(key: CryptoKey, token: string, subgraph: string): Promise<Identity> {
  const { payload } = await jwtVerify(token, key, { issuer: ISSUER, audience: subgraph, algorithms: [ALGORITHM], maxTokenAge: LIFETIME_SECONDS });
  return z.object({ actor: actorSchema, requestId: z.string().min(1) }).parse(payload);
}
