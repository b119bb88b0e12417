import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { z } from 'zod';
import type { AttackedHouse } from './attacked-house.ts';
import type { FurnishedIds as Furnished } from './furnishing.ts';
import type { Lures } from './lures.ts';
import type { ServiceName } from '#shared/settings/settings.ts';
import { signInternalToken } from '#shared/identity/identity.ts';
import type { ProcessName } from '#infra/house/house.ts';
import { sendBytes, send, type Reply } from './send.ts';

/**
 * Who is attacking decides whether an answer gives something away: nobody here has a need to know the person of this
 * house.
 */
export type Send = (house: AttackedHouse) => Promise<Reply>;

/**
 * `400 OPERATION_TOO_LARGE`: status and code. Data instead: exactly that and no error, because there is nothing else to
 * see.
 */
export type Expected = string | Record<string, unknown>;

/** The attack is only that much is asked for: all of it is answered. */
export const FLAWLESS = 'everything';

/** The name is a sentence about what is sent. */
export type Attack = readonly [name: string, send: Send, expected: Expected];
export type Kind = { name: string; attacks: readonly Attack[] };

export type HouseIds = Furnished & Lures;
export type Variables = Record<string, unknown>;

/** Asks through the gateway, with a genuine token of this user. */
export function asks(user: string, query: string, variables: Variables | ((known: HouseIds) => Variables) = {}): Send {
  return (house) =>
    posts(house, {
      token: house.tokenOf(user),
      body: { query, variables: typeof variables === 'function' ? variables(house.known) : variables },
    });
}

/** Asks about an id that exists and one that does not: both get the same answer, word for word. */
export function alike(user: string, query: string, idOf: (known: HouseIds) => string): Send {
  return async (house) => {
    const [real, none] = await Promise.all(
      [idOf(house.known), randomUUID()].map((id) => asks(user, query, { id })(house)),
    );
    if (!real || !none) throw new Error('two answers to two questions');
    expect(none.text).toBe(real.text);
    return real;
  };
}

/** Posts a body of any kind, with headers that a frontend would not send. */
export function posting(user: string, body: unknown, headers: Record<string, string> = {}): Send {
  return (house) => posts(house, { token: house.tokenOf(user), body, headers });
}

/** Sends a question with a token that somebody made up. */
export function bearing(token: (house: AttackedHouse) => string | Promise<string>): Send {
  return (house) => posts(house, { token: token(house), body: { query: '{ projects { edges { node { id } } } }' } });
}

/** Sends a request without a token, by any method. */
export function requesting(method: string, path: string, headers: Record<string, string>): Send {
  return ({ url }) => send(`${url}${path}`, { method, headers });
}

export function getting(path: string, headers: Record<string, string> = {}): Send {
  return requesting('GET', path, headers);
}

/** Sends bytes to a process of the house, as no client would. */
export function onTheWire(name: ProcessName, bytes: string | Buffer): Send {
  return ({ ports }) => sendBytes(ports[name], typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
}

type AtService = {
  token: (house: AttackedHouse) => string | Promise<string>;
  query: string;
  variables: (known: HouseIds) => Variables;
};

/** Asks a service past the gateway, as somebody who has got into the network. */
export function toService(service: ServiceName, { token, query, variables }: AtService): Send {
  return async (house) =>
    send(`http://127.0.0.1:${house.ports[service]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token(house)}` },
      body: JSON.stringify({ query, variables: variables(house.known) }),
    });
}

/** Sends a body to a service with the token of a case manager, as the gateway would sign it. */
export function toServiceRaw(
  service: ServiceName,
  { body, headers }: { body: string; headers?: Record<string, string> },
): Send {
  return async ({ ports, keys }) => {
    const token = await signInternalToken(
      keys.internal,
      { actor: { id: 'kai.neu', role: 'CASE_MANAGER', municipalities: [] }, requestId: 'r' },
      service,
    );
    return send(`http://127.0.0.1:${ports[service]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      body,
    });
  };
}

type Posted = { token: string | Promise<string>; body: unknown; headers?: Record<string, string> };

async function posts({ url }: AttackedHouse, { token, body, headers }: Posted): Promise<Reply> {
  return send(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await token}`, ...headers },
    body: typeof body === 'string' || isBytes(body) ? body : JSON.stringify(body),
  });
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array && body.buffer instanceof ArrayBuffer;
}

/** Nothing beside the two: no extensions with plans, traces or timings. */
const answerSchema = z.strictObject({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })).default([]),
});

/** Reads the answer as a client does. A refusal of a mutation counts as a code. */
export function read({ text }: Pick<Reply, 'text'>): { data: Record<string, unknown> | null; codes: string[] } {
  const { data, errors } = answerSchema.parse(JSON.parse(text));
  const refusals = Object.values(data ?? {}).flatMap(
    (payload) => refusalSchema.safeParse(payload).data?.refusal.code ?? [],
  );
  return {
    data: data ?? null,
    codes: [...new Set([...errors.map(({ extensions }) => extensions.code), ...refusals])].sort(),
  };
}

const refusalSchema = z.object({ refusal: z.object({ code: z.string() }) });
