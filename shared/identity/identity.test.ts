import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { signInternalToken, verifyInternalToken, type Identity } from './identity.ts';

const gateway = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const { publicKey } = gateway;
const anna: Identity = {
  actor: { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: ['06431010'] },
  requestId: 'r-1',
};

const genuine = await signInternalToken(gateway.privateKey, anna, 'people');
const foreign = await signInternalToken(stranger.privateKey, anna, 'people');
const forCases = await signInternalToken(gateway.privateKey, anna, 'cases');
const [header = '', payload = '', signature = ''] = genuine.split('.');
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signed = (head: string, claims: object): string => {
  const input = `${head}.${encoded(claims)}`;
  return `${input}.${sign(null, Buffer.from(input), gateway.privateKey).toString('base64url')}`;
};
const now = Math.floor(Date.now() / 1000);
const claims = { iss: 'kurze-wege-gateway', aud: 'people', iat: now, exp: now + 30, ...anna };

describe('an internal token', () => {
  test('tells the one service it is for who asks', async () => {
    expect(await verifyInternalToken([publicKey], genuine, 'people')).toEqual(anna);
  });

  test('still counts when the clocks of two machines differ by seconds', async () => {
    expect(
      await verifyInternalToken([publicKey], signed(header, { ...claims, iat: now + 3, exp: now + 33 }), 'people'),
    ).toEqual(anna);
  });

  test('counts by either key while keys are exchanged, and by none that is no longer there', async () => {
    const next = generateKeyPairSync('ed25519');
    const byNext = await signInternalToken(next.privateKey, anna, 'people');
    const either = [publicKey, next.publicKey];
    expect(await Promise.all([genuine, byNext].map((token) => verifyInternalToken(either, token, 'people')))).toEqual([
      anna,
      anna,
    ]);
    await expect(verifyInternalToken(either, foreign, 'people')).rejects.toThrow();
    await expect(verifyInternalToken([next.publicKey], genuine, 'people')).rejects.toThrow();
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no signature', `${header}.${payload}.`],
    ['alg none', `${encoded({ alg: 'none' })}.${payload}.`],
    ['a header of its own, even signed', signed(encoded({ alg: 'EdDSA', kid: 'x' }), claims)],
    [
      'an HMAC with the public key',
      `${header}.${payload}.${createHmac('sha256', gateway.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(`${header}.${payload}`)
        .digest('base64url')}`,
    ],
    ['the key of a stranger', foreign],
    [
      'another role put in',
      `${header}.${encoded({ ...claims, actor: { ...anna.actor, role: 'TEAM_LEAD' } })}.${signature}`,
    ],
    ['a fourth part', `${genuine}.x`],
    ['another service', forCases],
    ['several services', signed(header, { ...claims, aud: ['people', 'cases'] })],
    ['an end in the past', signed(header, { ...claims, iat: now - 60, exp: now - 30 })],
    ['a beginning in the future', signed(header, { ...claims, iat: now + 60, exp: now + 90 })],
    ['a long life', signed(header, { ...claims, exp: now + 3600 })],
    ['no end', signed(header, { ...claims, exp: undefined })],
    ['another issuer', signed(header, { ...claims, iss: 'somebody' })],
    ['a role that there is not', signed(header, { ...claims, actor: { ...anna.actor, role: 'ADMIN' } })],
    ['no request', signed(header, { ...claims, requestId: '' })],
  ])('with %s is refused', async (_, token) => {
    await expect(verifyInternalToken([publicKey], token, 'people')).rejects.toThrow();
  });
});
