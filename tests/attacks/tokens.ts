import { createPublicKey } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { bearing, posting, requesting, type Attack, type Kind } from '../support/attacks/attack.ts';
import type { AttackedHouse } from '../support/attacks/attacked-house.ts';
import { confused, forged, seconds, stranger, tampered, unsigned } from '../support/attacks/forge.ts';
import { signInternalToken } from '#shared/identity/identity.ts';

const header = { alg: 'EdDSA', typ: 'at+jwt' };
const claims = (): object => ({
  iss: 'urn:kurze-wege:local-issuer',
  aud: 'kurze-wege',
  sub: 'anna.berg',
  role: 'CASE_MANAGER',
  municipalities: ['06431006'],
  iat: seconds(0),
  exp: seconds(600),
});

const named = async ({ keys }: AttackedHouse): Promise<object> => ({
  ...header,
  kid: await calculateJwkThumbprint(await exportJWK(createPublicKey(keys.issuer))),
});

/** Signed by whoever may sign, with other claims or another header. */
const genuine = (changed: object, changedHeader: object = {}) =>
  bearing(async (house) =>
    forged({ ...(await named(house)), ...changedHeader }, { ...claims(), ...changed }, house.keys.issuer),
  );
const REFUSED = '401 UNAUTHENTICATED';

const proveNothing: [string, Attack[1]][] = [
  ['no signature', bearing(() => unsigned({ ...header, alg: 'none' }, claims()))],
  ['the public key as a secret', bearing(({ keys }) => confused(header, claims(), keys.issuer))],
  ['the key of a stranger', bearing(() => forged(header, claims(), stranger))],
  [
    'the key of a stranger, brought along',
    bearing(() => forged({ ...header, jwk: createPublicKey(stranger).export({ format: 'jwk' }) }, claims(), stranger)),
  ],
  [
    'the key of a stranger, at an address',
    bearing(() =>
      forged({ ...header, jku: 'http://127.0.0.1:1/keys', x5u: 'http://127.0.0.1:1/keys' }, claims(), stranger),
    ),
  ],
  ['the name of a key that is a path', genuine({}, { kid: '../../../../dev/null' })],
  ['no name of its key', genuine({}, { kid: undefined })],
  ['a life of two days', genuine({ exp: seconds(2 * 86_400) })],
  ['an issue that is to come', genuine({ iat: seconds(60) })],
  ['the claims of an ID token', genuine({ nonce: 'x' }, { typ: 'JWT' })],
  ['a critical extension', genuine({}, { crit: ['purpose'], purpose: 'x' })],
  ['the type of another kind of token', genuine({}, { typ: 'kurze-wege-internal+jwt' })],
  ['another issuer', genuine({ iss: 'https://evil.test' })],
  ['another audience', genuine({ aud: 'people' })],
  ['an end that is past', genuine({ exp: seconds(-600) })],
  ['no end', genuine({ exp: undefined })],
  ['a beginning that is to come', genuine({ nbf: seconds(600) })],
  ['nobody in it', genuine({ sub: undefined })],
  [
    'a payload that was changed',
    bearing(async ({ tokenOf }) => tampered(await tokenOf('rathaus.einhausen'), { role: 'TEAM_LEAD' })),
  ],
  [
    'the signature of another one',
    bearing(async ({ tokenOf }) =>
      [...(await tokenOf('kai.neu')).split('.').slice(0, 2), (await tokenOf('anna.berg')).split('.')[2] ?? ''].join(
        '.',
      ),
    ),
  ],
  [
    'what the gateway shows to services',
    bearing(({ keys }) =>
      signInternalToken(
        keys.internal,
        { actor: { id: 'anna.berg', role: 'CASE_MANAGER', municipalities: ['06431006'] }, requestId: 'r' },
        'people',
      ),
    ),
  ],
  [
    'the claims of a caller, signed with the key for services',
    bearing(({ keys }) => forged(header, claims(), keys.internal)),
  ],
  ['fourteen kilobytes', bearing(() => `${'a'.repeat(14_000)}.b.c`)],
  ['a line break in it', bearing(() => 'a.b.c d.e.f')],
];

const openNothing: [string, object][] = [
  ['no role', { role: undefined }],
  ['a role of another house', { role: 'ADMIN' }],
  ['a role in small letters', { role: 'team_lead' }],
  ['several roles', { role: ['TOWN_HALL', 'TEAM_LEAD'] }],
  ['all municipalities at once', { municipalities: ['*'] }],
  ['a municipality that is an operator', { municipalities: [{ $ne: null }] }],
];

export const tokens: Kind = {
  name: 'tokens',
  attacks: [
    ...proveNothing.map(([name, send]): Attack => [`a token with ${name}`, send, REFUSED]),
    ...openNothing.map(([name, changed]): Attack => [
      `a genuine token with ${name}`,
      genuine(changed),
      '403 FORBIDDEN',
    ]),
    ['no token', requesting('POST', '/graphql', { 'content-type': 'application/json' }), REFUSED],
    [
      'a name and a password',
      posting('anna.berg', {}, { authorization: `Basic ${Buffer.from('anna.berg:anna').toString('base64')}` }),
      REFUSED,
    ],
    [
      'a token in a header of its own',
      requesting('POST', '/graphql', {
        'content-type': 'application/json',
        'x-authorization': 'Bearer a.b.c',
        'x-user': 'miriam.vogt',
        'x-role': 'TEAM_LEAD',
      }),
      REFUSED,
    ],
    [
      'a role and no municipality, asking for people',
      genuine({ municipalities: undefined }),
      { projects: { edges: [] } },
    ],
  ],
};
