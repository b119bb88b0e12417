import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import { callerOf, Unauthenticated, WithoutRole, type TrustedIssuer } from './caller.ts';
import { KeysUnavailable, remoteKeys, type KeySetLimits } from './key-set.ts';

const issuer = 'https://login.kreis-bergstrasse.test';
const audience = 'kurze-wege';
const house = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const jwks = keySet(house.publicKey, 'k-1');
const trusted: TrustedIssuer = { issuer, audience, keys: createLocalJWKSet(jwks) };

const header = { alg: 'EdDSA', kid: 'k-1', typ: 'at+jwt' };
const at = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;
const inAnHour = (): number => at(3600);
const DAY = 86_400;
const claims = (): object => ({
  iss: issuer,
  aud: audience,
  sub: 'anna.berg',
  iat: at(0),
  exp: inAnHour(),
  role: 'CASE_MANAGER',
  municipalities: ['06431010'],
});

function keySet(key: KeyObject, kid: string): JSONWebKeySet {
  return { keys: [{ ...key.export({ format: 'jwk' }), kid, alg: 'EdDSA', use: 'sig' }] };
}

/** Written by hand, as an attacker would: a library would not sign most of these. */
function token(head: object, payload: object, key: KeyObject = house.privateKey): string {
  return signed(head, payload, (input) => sign(null, input, key));
}

function signed(head: object, payload: object, signature: (input: Buffer) => Buffer): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const input = `${part(head)}.${part(payload)}`;
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
}

describe('a token', () => {
  test('says who asks, what they do and where', async () => {
    expect((await callerOf(token(header, claims()), trusted)).actor).toEqual({
      id: 'anna.berg',
      role: 'CASE_MANAGER',
      municipalities: ['06431010'],
    });
  });

  test.each<[string, object, object]>([
    ['of Keycloak', { typ: 'JWT' }, { typ: 'Bearer', azp: 'page', sid: 's-1', auth_time: at(-60) }],
    ['of Entra', { typ: 'JWT' }, { appid: 'page', ver: '2.0', nbf: at(-5) }],
    ['of a provider that names the type in full', { typ: 'application/at+jwt' }, { nonce: 'x' }],
    ['that lives for a day', {}, { exp: at(DAY - 1) }],
    ['of a clock that is a little ahead', {}, { iat: at(3) }],
  ])('%s is accepted', async (_, head, changed) => {
    const accepted = token({ ...header, ...head }, { ...claims(), ...changed });
    expect((await callerOf(accepted, trusted)).actor.id).toBe('anna.berg');
  });

  test('names the provider a course belongs to', async () => {
    const provider = { ...claims(), role: 'PROVIDER', municipalities: undefined, provider: 'bildungswerk-bergstrasse' };
    expect((await callerOf(token(header, provider), trusted)).actor).toEqual({
      id: 'anna.berg',
      role: 'PROVIDER',
      municipalities: [],
      providerId: 'bildungswerk-bergstrasse',
    });
  });

  test.each<[string, () => string]>([
    ['nothing', () => ''],
    ['three words', () => 'not.a.token'],
    ['no signature and alg none', () => signed({ alg: 'none', typ: 'at+jwt' }, claims(), () => Buffer.alloc(0))],
    ['alg None in another spelling', () => signed({ ...header, alg: 'nOnE' }, claims(), () => Buffer.alloc(0))],
    [
      'an HMAC with our public key',
      () =>
        signed({ ...header, alg: 'HS256' }, claims(), (input) =>
          createHmac('sha256', house.publicKey.export({ type: 'spki', format: 'pem' }))
            .update(input)
            .digest(),
        ),
    ],
    ['the key of a stranger', () => token(header, claims(), stranger.privateKey)],
    [
      'the key of a stranger, brought along in the header',
      () =>
        token(
          { ...header, jwk: createPublicKey(stranger.privateKey).export({ format: 'jwk' }) },
          claims(),
          stranger.privateKey,
        ),
    ],
    [
      'the address of a key set in the header',
      () => token({ ...header, jku: 'https://evil.test/keys.json' }, claims(), stranger.privateKey),
    ],
    ['a key id that is a path', () => token({ ...header, kid: '../../../../dev/null' }, claims(), stranger.privateKey)],
    ['a key id that is SQL', () => token({ ...header, kid: "k-1' UNION SELECT 'x" }, claims(), stranger.privateKey)],
    ['a critical extension nobody knows', () => token({ ...header, crit: ['purpose'], purpose: 'x' }, claims())],
    ['an unencoded payload', () => token({ ...header, crit: ['b64'], b64: false }, claims())],
    ['the type of an ID token of a logout', () => token({ ...header, typ: 'logout+jwt' }, claims())],
    ['no type', () => token({ alg: 'EdDSA', kid: 'k-1' }, claims())],
    ['another issuer', () => token(header, { ...claims(), iss: 'https://evil.test' })],
    ['no issuer', () => token(header, { ...claims(), iss: undefined })],
    ['another audience', () => token(header, { ...claims(), aud: 'people' })],
    ['no audience', () => token(header, { ...claims(), aud: undefined })],
    ['an end in the past', () => token(header, { ...claims(), exp: inAnHour() - 3700 })],
    ['no end', () => token(header, { ...claims(), exp: undefined })],
    ['an end that is text', () => token(header, { ...claims(), exp: 'never' })],
    ['a beginning in the future', () => token(header, { ...claims(), nbf: inAnHour() })],
    ['no time of issue', () => token(header, { ...claims(), iat: undefined })],
    ['a time of issue that is text', () => token(header, { ...claims(), iat: '2026-01-01' })],
    ['a time of issue that is to come', () => token(header, { ...claims(), iat: at(60) })],
    ['a life of more than a day', () => token(header, { ...claims(), exp: at(DAY + 10) })],
    [
      'a life of more than a day that is nearly over',
      () => token(header, { ...claims(), iat: at(-DAY - 60), exp: at(60) }),
    ],
    ['no name of a key', () => token({ ...header, kid: undefined }, claims())],
    ['an empty name of a key', () => token({ ...header, kid: '' }, claims())],
    ['the mark of an ID token', () => token({ ...header, typ: 'id+jwt' }, claims())],
    ...['nonce', 'at_hash', 'c_hash', 's_hash'].map((name): [string, () => string] => [
      `no type of its own and the ${name} of an ID token`,
      () => token({ ...header, typ: 'JWT' }, { ...claims(), [name]: 'x' }),
    ]),
    ...['ID', 'Refresh', 'Offline', 'Logout', 7].map((typ): [string, () => string] => [
      `the type ${typ} among its claims, as Keycloak says it`,
      () => token({ ...header, typ: 'JWT' }, { ...claims(), typ }),
    ]),
    [
      'the events of a logout',
      () => token({ ...header, typ: 'JWT' }, { ...claims(), events: { 'http://schemas.openid.net/event': {} } }),
    ],
    ['nobody', () => token(header, { ...claims(), sub: undefined })],
    [
      'a payload changed after it was signed',
      () =>
        token(header, claims()).replace(
          /\.[^.]+\./,
          `.${Buffer.from(JSON.stringify({ ...claims(), role: 'TEAM_LEAD' })).toString('base64url')}.`,
        ),
    ],
  ])('with %s proves nothing', async (_, attack) => {
    await expect(callerOf(attack(), trusted)).rejects.toThrow(Unauthenticated);
  });

  test.each([
    ['no role', { role: undefined }],
    ['a role that this house does not have', { role: 'ADMIN' }],
    ['several roles', { role: ['TEAM_LEAD', 'OPERATOR'] }],
    ['a municipality that is none', { municipalities: ['*'] }],
  ])('with %s opens nothing', async (_, changed) => {
    await expect(callerOf(token(header, { ...claims(), ...changed }), trusted)).rejects.toThrow(WithoutRole);
  });
});

describe('the keys of an identity provider', () => {
  let provider: Server;
  let published: JSONWebKeySet | 'away';
  let asked: number;
  let url: URL;
  let warned: unknown[];
  const log = { warn: (line: unknown) => void warned.push(line) };
  beforeEach(async () => {
    published = jwks;
    warned = [];
    asked = 0;
    provider = createServer((_, response) => {
      asked += 1;
      if (published === 'away') response.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(published));
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`);
  });
  afterEach(() => new Promise((resolve) => provider.close(resolve)));
  const trustedRemote = (limits?: KeySetLimits) => ({ issuer, audience, keys: remoteKeys(url, log, limits) });

  test('are read once for many tokens, however many key ids are invented', async () => {
    const remote = trustedRemote();
    await callerOf(token(header, claims()), remote);
    for (let time = 0; time < 10; time += 1) {
      await expect(callerOf(token({ ...header, kid: randomUUID() }, claims()), remote)).rejects.toThrow(
        Unauthenticated,
      );
    }
    expect(asked).toBe(1);
  });

  test('are asked for again when the provider signs with a new one', async () => {
    const remote = trustedRemote({ keySetMs: 1000, keySetCooldownMs: 0, keySetMaxAgeMs: 60_000 });
    await callerOf(token(header, claims()), remote);
    published = keySet(stranger.publicKey, 'k-2');
    expect(await callerOf(token({ ...header, kid: 'k-2' }, claims(), stranger.privateKey), remote)).toMatchObject({
      actor: { id: 'anna.berg' },
    });
    await expect(callerOf(token(header, claims()), remote)).rejects.toThrow(Unauthenticated);
  });

  test('still count while the provider is away', async () => {
    const remote = trustedRemote({ keySetMs: 1000, keySetCooldownMs: 60_000, keySetMaxAgeMs: 0 });
    await callerOf(token(header, claims()), remote);
    published = 'away';
    expect(await callerOf(token(header, claims()), remote)).toMatchObject({ actor: { id: 'anna.berg' } });
    await expect(callerOf(token({ ...header, kid: 'k-2' }, claims()), remote)).rejects.toThrow(Unauthenticated);
  });

  test('cannot be read: that is not the fault of the token, and is not tried with every request', async () => {
    published = 'away';
    const remote = trustedRemote();
    await expect(callerOf(token(header, claims()), remote)).rejects.toThrow(KeysUnavailable);
    await expect(callerOf(token(header, claims()), remote)).rejects.toThrow(KeysUnavailable);
    expect([asked, warned]).toEqual([1, [{ err: expect.anything(), known: false }]]);
  });

  test('are asked for at the start, which says when they cannot be read', async () => {
    const keys = remoteKeys(url, log);
    await keys.read();
    expect([asked, warned]).toEqual([1, []]);
    published = 'away';
    await remoteKeys(url, log).read();
    expect([asked, warned]).toEqual([2, [{ err: expect.anything(), known: false }]]);
    await callerOf(token(header, claims()), { issuer, audience, keys });
    expect(asked).toBe(2);
  });
});
