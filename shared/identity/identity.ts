import { sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

export const roles = [
  'CASE_MANAGER',
  'TEAM_LEAD',
  'EMPLOYER_SERVICE',
  'TOWN_HALL',
  'PROVIDER',
  'OPERATOR',
  'ANALYST',
] as const;
export type Role = (typeof roles)[number];

/** The caller of a request, as the gateway has verified it. Services believe nothing else. */
export const actorSchema = z.object({
  id: z.string().min(1),
  role: z.enum(roles),
  /** The municipalities (AGS) a case manager, team lead, employer service or town hall works for. */
  municipalities: z.array(z.string().regex(/^\d{8}$/)).default([]),
  /** The measure provider that a PROVIDER belongs to. */
  providerId: z.string().min(1).optional(),
});
export type Actor = z.infer<typeof actorSchema>;

/** The identity of one request, as a subgraph sees it. */
export type Identity = { actor: Actor; requestId: string };

const ISSUER = 'kurze-wege-gateway';
const LIFETIME_SECONDS = 30;
/** The tolerance for clocks: those of two machines never agree to the second. */
const TOLERANCE_SECONDS = 5;
/**
 * The header of an internal token, of which there is one kind: a header that differs in a single letter is refused
 * before anything is read from it.
 */
const HEADER = encoded({ alg: 'EdDSA', typ: 'kurze-wege-internal+jwt' });

const claimsSchema = z.object({
  iss: z.literal(ISSUER),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
  actor: actorSchema,
  requestId: z.string().min(1),
});
type Claims = z.infer<typeof claimsSchema>;

/**
 * Signs a token for one subgraph, its audience, and one request. It is a JWT, but signed and verified on this thread:
 * each request of a caller needs several, and handing each to another thread costs three times the work.
 */
export async function signInternalToken(
  key: KeyObject,
  { actor, requestId }: Identity,
  subgraph: string,
): Promise<string> {
  const issuedAt = inSeconds(Date.now());
  const claims: Claims = {
    iss: ISSUER,
    aud: subgraph,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_SECONDS,
    actor,
    requestId,
  };
  const input = `${HEADER}.${encoded(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
}

/** Rejects every token that was not signed, with one of these keys, for this subgraph within the last half minute. */
export async function verifyInternalToken(
  keys: readonly KeyObject[],
  token: string,
  subgraph: string,
): Promise<Identity> {
  const [header, payload = '', signature = '', ...rest] = token.split('.');
  const genuine =
    header === HEADER &&
    rest.length === 0 &&
    keys.some((key) => verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url')));
  if (!genuine) throw new Error('not signed by the gateway');

  const { aud, iat, exp, actor, requestId } = claimsSchema.parse(
    JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')),
  );
  const now = inSeconds(Date.now());
  const current = iat <= now + TOLERANCE_SECONDS && exp >= now - TOLERANCE_SECONDS && exp - iat <= LIFETIME_SECONDS;
  if (aud !== subgraph || !current) throw new Error('not for this service, or not for now');
  return { actor, requestId };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
