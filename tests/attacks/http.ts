import { getting, onTheWire, posting, requesting, type Attack, type Kind } from '../support/attacks/attack.ts';

const mutation = { query: 'mutation { endProject(input: { projectId: "1" }) { refusal { code } } }' };
const query = '/graphql?query=%7B%20projects%20%7B%20edges%20%7B%20cursor%20%7D%20%7D%20%7D';
const foreign = { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' };
const type = (contentType: string) => posting('anna.berg', mutation, { 'content-type': contentType });

/** What another site could have a browser send, with or without asking first. */
const crossSite: Attack[] = [
  ['an operation in an address', getting(query), '405 METHOD_NOT_ALLOWED'],
  [
    'an operation in an address, in a strange type',
    getting(query, { 'content-type': 'message/rfc822', ...foreign }),
    '405 METHOD_NOT_ALLOWED',
  ],
  [
    'the question of a browser whether another site may ask',
    requesting('OPTIONS', '/graphql', {
      ...foreign,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization',
    }),
    '405 METHOD_NOT_ALLOWED',
  ],
  ...['PUT', 'DELETE', 'PATCH'].map(
    (method) => [`the method ${method}`, requesting(method, '/graphql', {}), '405 METHOD_NOT_ALLOWED'] as const,
  ),
  ['the method HEAD', requesting('HEAD', '/graphql', {}), '405'],
  ['a form', type('application/x-www-form-urlencoded'), '415 UNSUPPORTED_MEDIA_TYPE'],
  ['a form with files', type('multipart/form-data; boundary=x'), '415 UNSUPPORTED_MEDIA_TYPE'],
  ['plain text', type('text/plain;charset=UTF-8'), '415 UNSUPPORTED_MEDIA_TYPE'],
  ['JSON and something else', type('application/json; boundary=x'), '415 UNSUPPORTED_MEDIA_TYPE'],
  ['two types at once', type('application/json, text/plain'), '415 UNSUPPORTED_MEDIA_TYPE'],
  [
    'a token in a cookie',
    requesting('POST', '/graphql', { 'content-type': 'application/json', cookie: 'authorization=Bearer x.y.z' }),
    '401 UNAUTHENTICATED',
  ],
  [
    'a token in the address',
    requesting('POST', '/graphql?access_token=x.y.z', { 'content-type': 'application/json' }),
    '401 UNAUTHENTICATED',
  ],
  ['a wish for an answer in HTML', posting('anna.berg', mutation, { accept: 'text/html' }), '406 BAD_REQUEST'],
  [
    'a wish for an answer in parts',
    posting('anna.berg', mutation, { accept: 'multipart/mixed;deferSpec=20220824' }),
    '406 BAD_REQUEST',
  ],
];

const post = (headers: string, body = ''): string =>
  `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n${headers}\r\n\r\n${body}`;
const smuggled = 'GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n';

/** Where two readers would disagree about where a request ends, or what it asks for. */
const wire: [name: string, bytes: string, status: string][] = [
  ['a length and chunks', post('content-length: 4\r\ntransfer-encoding: chunked', `0\r\n\r\n${smuggled}`), '400'],
  ['two lengths', post('content-length: 0\r\ncontent-length: 44', smuggled), '400'],
  ['a length with a sign', post('content-length: +0', smuggled), '400'],
  ['chunks of an unknown kind', post('transfer-encoding: xchunked', `0\r\n\r\n${smuggled}`), '400'],
  ['a space before the colon', post('transfer-encoding : chunked', `0\r\n\r\n${smuggled}`), '400'],
  ['a header folded over two lines', post('x-a: b\r\n transfer-encoding: chunked'), '400'],
  ['a header with a zero byte', post('x-a: \0'), '400'],
  ['no host', 'POST /graphql HTTP/1.1\r\n\r\n', '400'],
  ['the beginning of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '400'],
  ['TLS', '\x16\x03\x01\x02\0\x01\0\x01\xfc', '400'],
  ['a header of twenty kilobytes', post(`x-a: ${'a'.repeat(20_000)}`), '431'],
  ['two thousand headers', post(Array.from({ length: 2000 }, (_, n) => `x-${n}: 12345`).join('\r\n')), '431'],
  ['an address of twenty kilobytes', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, '431'],
];

const addresses: [name: string, bytes: string, status: string][] = [
  [
    'a way up in the address',
    'GET /page/../../services/people/main.ts HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    '404',
  ],
  [
    'a way up that is encoded',
    'GET /page/%2e%2e%2f%2e%2e%2fpackage.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    '404',
  ],
  [
    'an address that cannot be decoded',
    'GET /%E0%A4%A HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    '404',
  ],
  [
    'an address elsewhere',
    'GET http://169.254.169.254/latest/meta-data HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n',
    '404',
  ],
  ['a tunnel', 'CONNECT 169.254.169.254:80 HTTP/1.1\r\nhost: localhost\r\n\r\n', '0'],
  ['the method TRACE', 'TRACE /livez HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n', '404'],
  [
    'a web socket',
    'GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, close\r\nupgrade: ' +
      'websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: eHh4eHh4eHh4eHh4eHh4eA==\r\n\r\n',
    '405',
  ],
];

export const http: Kind = {
  name: 'other sites and HTTP',
  attacks: [
    ...crossSite,
    ...wire.flatMap(([name, bytes, status]): Attack[] => [
      [`${name}, at the door`, onTheWire('gateway', bytes), status],
      [`${name}, at a service`, onTheWire('people', bytes), status],
    ]),
    ...addresses.map(([name, bytes, status]): Attack => [name, onTheWire('gateway', bytes), status]),
  ],
};
