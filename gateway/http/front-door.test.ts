import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { smallHouse, type SmallHouse } from '../testing/small-house.ts';

let house: SmallHouse;
let token: string;
beforeAll(async () => {
  house = await smallHouse();
  token = await house.token('anna.berg');
});
afterAll(async () => house[Symbol.asyncDispose]());

const LEAK = new RegExp(
  [
    String.raw`(\bat .+\.(t|j)s:\d+)|node_modules|stacktrace|serviceName|Did you mean`,
    String.raw`ECONNREFUSED|ENOTFOUND|\b(10|127|192\.168|172\.(1[6-9]|2\d|3[01]))\.\d+`,
    String.raw`mongodb(\+srv)?:|E11000|MongoServerError|CastError|kafka`,
  ].join('|'),
  'i',
);
const wishes = { accept: 'application/graphql-response+json' };
const ok = '{ person(id: "1") { name } }';
const post = (body: unknown, headers: Record<string, string> = {}) =>
  house.send({
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  });

type Refused = [status: number, code: string, attack: () => ReturnType<SmallHouse['send']>];

const nulls: [query: string, variables: object][] = [
  ['query ($n: Int) { people(first: $n) { name } }', { n: null }],
  ['query ($n: Int = 5) { people(first: $n) { name } }', { n: null }],
  ['query ($n: Int) { person(id: "1") { ...f } } fragment f on Person { friends(first: $n) { name } }', { n: null }],
];

describe('the front door', () => {
  test.each<Refused>([
    [401, 'UNAUTHENTICATED', () => post({ query: ok }, { authorization: '' })],
    [401, 'UNAUTHENTICATED', () => post({ query: ok }, { authorization: 'Bearer x.y.z' })],
    [401, 'UNAUTHENTICATED', () => post({ query: ok }, { authorization: 'Basic YTpi' })],
    [405, 'METHOD_NOT_ALLOWED', () => house.send({ method: 'GET' }, `/graphql?query=${encodeURIComponent(ok)}`)],
    [405, 'METHOD_NOT_ALLOWED', () => house.send({ method: 'OPTIONS' })],
    [405, 'METHOD_NOT_ALLOWED', () => house.send({ method: 'PUT' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => post(ok, { 'content-type': 'text/plain' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => post({ query: ok }, { 'content-type': 'application/graphql+json' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => post({ query: ok }, { 'content-type': 'application/json; charset=utf-7' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => post('query=x', { 'content-type': 'application/x-www-form-urlencoded' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => post({ query: ok }, { 'content-encoding': 'gzip' })],
    [415, 'UNSUPPORTED_MEDIA_TYPE', () => post({ query: ok }, { 'content-encoding': 'identity' })],
    [413, 'PAYLOAD_TOO_LARGE', () => post({ query: ok, variables: { filler: 'x'.repeat(110_000) } })],
    [400, 'BAD_REQUEST', () => post('{ "query": ')],
    [400, 'BAD_REQUEST', () => post('"text"')],
    [400, 'BAD_REQUEST', () => post([{ query: ok }])],
    [400, 'BAD_REQUEST', () => post({ query: ok, variables: [] })],
    [400, 'BAD_REQUEST', () => post({ query: ok, operationName: '' })],
    [400, 'BAD_REQUEST', () => post({ query: ok, variables: { id: '1' } })],
    [400, 'BAD_REQUEST', () => post(Buffer.from('{"query":"{ person(id: \\"\xff\\") { name } }"}', 'latin1'))],
    [400, 'GRAPHQL_PARSE_FAILED', () => post({ query: '{ person(' })],
    [400, 'OPERATION_RESOLUTION_FAILURE', () => post({ query: 'query A { __typename } query B { __typename }' })],
    [400, 'OPERATION_RESOLUTION_FAILURE', () => post({ query: 'query A { __typename }', operationName: 'C' })],
    [400, 'OPERATION_RESOLUTION_FAILURE', () => post({ query: 'subscription { person }' })],
    [
      400,
      'PERSISTED_QUERY_NOT_SUPPORTED',
      () => post({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a' } } }),
    ],
    [400, 'OPERATION_TOO_LARGE', () => post({ query: '{ people(first: 100) { friends(first: 100) { name } } }' })],
    [400, 'GRAPHQL_VALIDATION_FAILED', () => post({ query: '{ persn(id: "1") { nam } }' })],
    [
      400,
      'BAD_USER_INPUT',
      () => post({ query: 'query ($sort: PersonSort) { people(sort: $sort) { name } }', variables: { sort: 'NAMES' } }),
    ],
    [
      400,
      'BAD_USER_INPUT',
      () => post({ query: 'query ($on: Date) { people(bornOn: $on) { name } }', variables: { on: '2026-02-30' } }),
    ],
    ...nulls.map(
      ([query, variables]) => [400, 'BAD_USER_INPUT', async () => post({ query, variables })] satisfies Refused,
    ),
    [404, 'NOT_FOUND', () => house.send({ method: 'GET' }, '/.env')],
    [404, 'NOT_FOUND', () => house.send({ method: 'GET' }, '/page/../config.ts')],
    [404, 'NOT_FOUND', () => house.send({ method: 'GET' }, '/%E0%A4%A')],
  ])('answers %d %s', async (status, code, attack) => {
    const answer = await attack();
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.text).not.toMatch(LEAK);
    expect((await post({ query: ok })).body).toEqual({ data: { person: { name: 'Person 1' } } });
  });

  test('says in words that null is no page size', async () => {
    const { body } = await post({ query: nulls[0]?.[0], variables: { n: null } });
    expect(body.errors?.[0]?.message).toBe(
      'Variable "$n" must not be null where Int! is expected; leave it out to have the default.',
    );
  });

  test('takes null where nothing is needed, and a page size that is left out', async () => {
    const query = 'query ($n: Int, $on: Date) { people(first: $n, bornOn: $on) { name } }';
    expect((await post({ query, variables: { on: null } })).body).toEqual({ data: { people: [{ name: 'Person 1' }] } });
  });

  test('answers each of two operations by its name', async () => {
    const query =
      'query One($id: ID!) { person(id: $id) { name } } query All($n: Int) { ...f } ' +
      'fragment f on Query { people(first: $n) { name } }';
    const one = { query, operationName: 'One', variables: { id: '1' } };
    expect((await post(one)).body).toEqual({ data: { person: { name: 'Person 1' } } });
    expect((await post({ query, operationName: 'All' })).body).toEqual({ data: { people: [{ name: 'Person 1' }] } });
  });

  test.each([
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
    'application/json ; charset=utf-8',
  ])('reads %s', async (type) => {
    expect((await post({ query: ok }, { 'content-type': type })).status).toBe(200);
  });

  test.each<[string, () => ReturnType<SmallHouse['send']>, number]>([
    ['without a token', () => post({ query: ok }, { ...wishes, authorization: '' }), 401],
    ['of a wrong type', () => post(ok, { ...wishes, 'content-type': 'text/plain' }), 415],
    ['that is no JSON', () => post('{', wishes), 400],
    ['that is too large', () => post(`"${'x'.repeat(110_000)}"`, wishes), 413],
    ['for an operation that is not there', () => post({ query: ok, operationName: 'C' }, wishes), 400],
    ['for a field that is not there', () => post({ query: '{ persn }' }, wishes), 400],
    ['by another method', () => house.send({ method: 'GET', headers: wishes }), 405],
  ])('refuses a request %s in the type that is wished for', async (_, attack, status) => {
    const answer = await attack();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/graphql-response+json; charset=utf-8',
    ]);
  });

  test('does not choose between two tokens', async () => {
    const body = JSON.stringify({ query: ok });
    const answer = await rawly(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\nconnection: close\r\n` +
        `authorization: Bearer ${token}\r\nauthorization: Bearer ${await house.token('ada.lenz')}\r\n` +
        `content-length: ${body.length}\r\n\r\n${body}`,
    );
    expect([answer.split(' ')[1], answer]).toEqual(['400', expect.stringContaining('"code":"BAD_REQUEST"')]);
  });

  test('tells at most five mistakes of a request, and guesses at none', async () => {
    const wrong = Array.from({ length: 500 }, () => 'NAMES');
    const { body, text } = await post({
      query: 'query ($sorts: [PersonSort!]) { people { name } person(id: "1") { name } }',
      variables: { sorts: wrong },
    });
    expect(body.errors?.length).toBeLessThanOrEqual(5);
    expect(text).not.toMatch(/Did you mean/);
  });

  test('says what is wrong with a day written the German way', async () => {
    const { body } = await post({ query: '{ people(bornOn: "10.03.1980") { name } }' });
    expect(body.errors?.[0]?.message).toMatch(/expected a calendar day such as 2026-03-01/);
  });

  test('is closed to other sites and to names that only point here', async () => {
    const headers = { 'content-type': 'application/json', origin: 'https://evil.test' };
    const foreign = await house.send({ method: 'POST', headers, body: '{"user":"anna.berg"}' }, '/dev/token');
    const rebound = await rawly(
      `POST /dev/token HTTP/1.1\r\nhost: evil.test\r\ncontent-type: application/json\r\ncontent-length: ` +
        `20\r\nconnection: close\r\n\r\n{"user":"anna.berg"}`,
    );
    expect([foreign.status, rebound.split(' ')[1]]).toEqual([403, '403']);
  });

  test('does not give a token to a form', async () => {
    const { status } = await house.send(
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"user":"anna.berg"}' },
      '/dev/token',
    );
    expect(status).toBe(415);
  });

  test.each([
    ['no HTTP', 'HELO mail\r\n\r\n', '400'],
    ['headers without end', `GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, '431'],
    [
      'two lengths',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nhello',
      '400',
    ],
    [
      'a length and chunks',
      'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      '400',
    ],
  ])('answers %s in JSON and hangs up', async (_, bytes, status) => {
    const answer = await rawly(bytes);
    expect([answer.split(' ')[1], answer]).toEqual([status, expect.stringContaining('"code":"BAD_REQUEST"')]);
  });

  test('lets slow headers wait no longer than they may', async () => {
    const answer = await rawly('GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ');
    expect(answer.split(' ')[1]).toBe('408');
  });

  test('shows its schema to tools of this machine only', async () => {
    const provider = {
      kind: 'oidc',
      issuer: 'https://login.test',
      audience: 'kurze-wege',
      jwksUrl: 'https://login.test/keys',
    } as const;
    await using elsewhere = await smallHouse(provider);
    const page = await elsewhere.send({ method: 'GET' }, '/');
    const issuer = await elsewhere.send(
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"user":"anna.berg"}' },
      '/dev/token',
    );
    expect([page.status, page.body.errors?.[0]?.extensions.code, issuer.status]).toEqual([404, 'NOT_FOUND', 404]);
    expect((await post({ query: '{ __schema { queryType { name } } }' })).body).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    });
  });

  test('is live and ready whatever its services do', async () => {
    const [live, ready] = await Promise.all(['/livez', '/readyz'].map((path) => house.send({ method: 'GET' }, path)));
    expect([live?.text, ready?.text]).toEqual(['{"status":"live"}', '{"status":"ready"}']);
  });
});

async function rawly(bytes: string): Promise<string> {
  const { port, hostname } = new URL(house.address);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket
      .on('data', (chunk) => (answer += chunk.toString()))
      .on('error', reject)
      .on('close', () => resolve(answer));
  });
}
