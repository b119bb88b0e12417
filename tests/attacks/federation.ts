import { posting, toServiceRaw, type Attack, type Kind } from '../support/attacks/attack.ts';

const person = ({ id }: { id: string }) => ({
  query: 'query($id: ID!) { person(id: $id) { familyName } }',
  variables: { id },
});
const claiming = (headers: Record<string, string>): Attack => [
  `the headers ${JSON.stringify(headers)}`,
  (house) => posting('kai.neu', person({ id: house.known.personId }), headers)(house),
  '200 NOT_FOUND',
];
const actor = JSON.stringify({ id: 'anna.berg', role: 'TEAM_LEAD', municipalities: ['06431006'] });

/** Everything that a proxy or another house might take an identity from. */
const spoofed: Attack[] = [
  { 'x-user': 'anna.berg', 'x-user-id': 'anna.berg', 'x-role': 'TEAM_LEAD', 'x-roles': 'TEAM_LEAD' },
  { 'x-actor': actor, 'x-identity': actor, 'x-municipalities': '06431006' },
  {
    'x-forwarded-user': 'anna.berg',
    'x-forwarded-for': '127.0.0.1',
    'x-real-ip': '127.0.0.1',
    forwarded: 'for=127.0.0.1',
  },
  { 'x-internal-token': 'a.b.c', 'x-authorization': 'Bearer a.b.c', 'proxy-authorization': 'Bearer a.b.c' },
  { 'x-client-cert': 'anna.berg', 'ssl-client-verify': 'SUCCESS', 'remote-user': 'anna.berg' },
  { 'x-request-id': 'anna.berg', traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' },
  { 'x-http-method-override': 'GET', 'x-original-url': '/livez', 'x-rewrite-url': '/livez' },
  { 'apollographql-client-name': 'gateway', 'apollo-require-preflight': 'true' },
].map(claiming);

/** Bodies that only the gateway could send to a service, and never does. */
const bodies: [string, { body: string; headers?: Record<string, string> }, string][] = [
  ['no JSON', { body: '{ "query": ' }, '400 BAD_REQUEST'],
  ['nothing', { body: '' }, '400 BAD_REQUEST'],
  ['a list', { body: '[{"query":"{ __typename }"}]' }, '400 BAD_REQUEST'],
  ['plain text', { body: '{ __typename }', headers: { 'content-type': 'text/plain' } }, '400 BAD_REQUEST'],
  [
    'a form',
    { body: 'query=%7B__typename%7D', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    '400 BAD_REQUEST',
  ],
  [
    'something packed',
    { body: '{"query":"{ __typename }"}', headers: { 'content-encoding': 'gzip' } },
    '415 UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'another encoding',
    { body: '{"query":"{ __typename }"}', headers: { 'content-type': 'application/json; charset=utf-16' } },
    '400 BAD_REQUEST',
  ],
  [
    'more than a megabyte',
    { body: JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(1_100_000) } }) },
    '413 PAYLOAD_TOO_LARGE',
  ],
  ['a wish for HTML', { body: '{"query":"{ __typename }"}', headers: { accept: 'text/html' } }, '406 BAD_REQUEST'],
];

export const federation: Kind = {
  name: 'between gateway and services',
  attacks: [
    ...spoofed,
    ...bodies.map(([what, request, expected]): Attack => [
      `${what} at a service, with a genuine token`,
      toServiceRaw('people', request),
      expected,
    ]),
  ],
};
