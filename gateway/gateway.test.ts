import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { eventually } from '#tests/support/eventually.ts';
import { smallHouse, workingCases, workingPeople, type SmallHouse } from './testing/small-house.ts';
import { sendJson } from './testing/stand-in.ts';

let house: SmallHouse;
beforeAll(async () => void (house = await smallHouse()));
afterAll(async () => house[Symbol.asyncDispose]());
beforeEach(() => {
  house.people.behave(workingPeople);
  house.cases.behave(workingCases);
  house.people.seen.length = 0;
});

const both = '{ case(id: "c-1") { title person { name bornOn } } }';

describe('one graph over several services', () => {
  test('answers what both know of a person', async () => {
    const { status, body } = await house.ask(both);
    expect([status, body]).toEqual([
      200,
      { data: { case: { title: 'Way back', person: { name: 'Person p-1', bornOn: '1980-05-01' } } } },
    ]);
  });

  test('asks a service once for a person who stands in the answer twice, and tells it in both places', async () => {
    const { body } = await house.ask('{ cases { person { name friends { name } } } }');
    const [first, second] = ['p-1', 'p-2'].map((id) => ({ person: { name: `Person ${id}`, friends: [] } }));
    expect(body).toEqual({ data: { cases: [first, second, first] } });
    expect(house.people.seen.map(({ variables }) => variables.representations)).toEqual([
      [
        { __typename: 'Person', id: 'p-1' },
        { __typename: 'Person', id: 'p-2' },
      ],
    ]);
  });

  test('tells each service who asks, in which request, and nothing else that the caller sent', async () => {
    const token = await house.token('anna.berg');
    const headers = {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-user': 'miriam.vogt',
      'x-request-id': 'mine',
      cookie: 'role=TEAM_LEAD',
    };
    const { headers: answered } = await house.send({
      method: 'POST',
      headers,
      body: JSON.stringify({ query: '{ person(id: "1") { name } }' }),
    });
    const sent = house.people.seen[0]?.headers ?? {};
    const internal = decodeJwt(sent.authorization?.slice('Bearer '.length) ?? '');
    expect(internal).toMatchObject({
      aud: 'people',
      actor: { id: 'anna.berg', role: 'CASE_MANAGER' },
      requestId: answered.get('x-request-id'),
    });
    expect(answered.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect([sent['x-user'], sent['x-request-id'], sent.cookie]).toEqual([undefined, undefined, undefined]);
  });
});

test('an alias cannot hand a service another value than the field it is called like', async () => {
  const { status, body } = await house.ask('{ case(id: "c-1") { id: title person { name } } }');
  expect([status, body.errors]).toEqual([
    400,
    [
      {
        message:
          '"id" cannot stand for Case.title: the graph itself needs a field of that name there. Choose another alias.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ],
  ]);
  expect(house.people.seen).toEqual([]);
});

describe('a service that does not do what it should', () => {
  const unavailable = [
    {
      message: 'This cannot be answered at the moment; try again later.',
      path: ['case', 'person', 'name'],
      extensions: { code: 'SERVICE_UNAVAILABLE' },
    },
  ];
  const rest = { case: { title: 'Way back', person: { name: null } } };

  test.each<[string, Parameters<SmallHouse['people']['behave']>[0]]>([
    [
      'answers a page of HTML',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>ECONNREFUSED 10.0.0.7</h1>'),
    ],
    [
      'answers half a JSON',
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data": {'),
    ],
    [
      'answers with a server error',
      (_, response) => sendJson(response, { errors: [{ message: 'MongoServerError at store.ts:12' }] }, 500),
    ],
    [
      'answers about fewer persons than were asked for',
      (_, response) => sendJson(response, { data: { _entities: [] } }),
    ],
    [
      'answers without end',
      (_, response) =>
        void response.writeHead(200, { 'content-type': 'application/json' }).end(`{"data":"${'x'.repeat(9_000_000)}"}`),
    ],
    [
      'breaks off',
      (_, response) =>
        void response.writeHead(200, { 'content-length': '500' }).write('{"data":', () => response.destroy()),
    ],
    ['sends elsewhere', (_, response) => void response.writeHead(307, { location: 'http://example.test/' }).end()],
    ['hangs up', (_, response) => void response.destroy()],
  ])('costs its own fields when it %s', async (_, behaviour) => {
    house.people.behave(behaviour);
    const { status, body } = await house.ask('{ case(id: "c-1") { title person { name } } }');
    expect([status, body]).toEqual([200, { data: rest, errors: unavailable }]);
    house.people.behave(workingPeople);
    await house.ask('{ person(id: "1") { name } }');
  });

  test('costs its own fields when it hangs, once the gateway has waited long enough', async () => {
    house.people.behave(() => undefined);
    const { body } = await house.ask('{ case(id: "c-1") { title } person(id: "1") { name } }');
    expect(body.data).toEqual({ case: { title: 'Way back' }, person: null });
  }, 10_000);

  test('is asked again after it failed too often, once a moment has passed', async () => {
    house.people.behave((_, response) => void response.destroy());
    for (let time = 0; time < 6; time += 1) await house.ask('{ person(id: "1") { name } }');
    house.people.behave(workingPeople);
    await eventually(async () =>
      expect((await house.ask('{ person(id: "1") { name } }')).body).toEqual({
        data: { person: { name: 'Person 1' } },
      }),
    );
  });

  test('leaves it open whether a change was made', async () => {
    house.people.behave((_, response) => void response.destroy());
    const { body } = await house.ask('mutation { renamePerson(id: "1", name: "Ada") { id } }');
    expect(body).toEqual({
      data: { renamePerson: null },
      errors: [
        {
          message:
            'No answer came in time, so it is not known whether this was done. ' +
            'Repeat it with the same idempotency key.',
          path: ['renamePerson'],
          extensions: { code: 'SERVICE_UNAVAILABLE' },
        },
      ],
    });
  });

  test('costs one field when it breaks its own schema, and the reason stays here', async () => {
    house.people.behave(({ variables }, response) =>
      sendJson(response, { data: 'representations' in variables ? { _entities: [{ name: { first: 'Ada' } }] } : {} }),
    );
    const { status, body } = await house.ask('{ case(id: "c-1") { title person { name } } }');
    expect([status, body.data]).toEqual([200, rest]);
    expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
      { code: 'INTERNAL_ERROR', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);
  });
});

describe('errors of services', () => {
  const saying = (extensions: object, message: string) =>
    house.people.behave((_, response) =>
      sendJson(response, {
        data: { person: null },
        errors: [{ message, path: ['person'], extensions: { ...extensions, stacktrace: ['at x.ts:1'] } }],
      }),
    );

  test.each(['FORBIDDEN', 'NOT_FOUND', 'INVALID_INPUT', 'INVALID_CURSOR', 'BAD_USER_INPUT', 'ALREADY_EXISTS'])(
    'keep the code %s, the sentence and the path',
    async (code) => {
      saying({ code }, 'A sentence for the user.');
      const { body } = await house.ask('{ person(id: "1") { name } }');
      expect(body).toEqual({
        data: { person: null },
        errors: [{ message: 'A sentence for the user.', path: ['person'], extensions: { code } }],
      });
    },
  );

  test.each([
    ['an unknown code', { code: 'E11000' }, 'duplicate key'],
    ['no code', {}, 'Cannot read properties of undefined (reading "name")'],
    ['a failed connection', { code: 'ECONNREFUSED' }, 'connect ECONNREFUSED 127.0.0.1:27017'],
  ])('say nothing about %s', async (_, extensions, message) => {
    saying(extensions, message);
    const { body, headers } = await house.ask('{ person(id: "1") { name } }');
    expect(body.errors).toEqual([
      {
        message:
          'Something went wrong on our side. It was recorded under the request id, which is in `extensions.requestId`.',
        path: ['person'],
        extensions: { code: 'INTERNAL_ERROR', requestId: headers.get('x-request-id') },
      },
    ]);
  });

  test('lose what a driver said, even under an allowed code', async () => {
    saying({ code: 'INVALID_INPUT' }, 'MongoServerError: E11000 at /srv/app/store.ts:12:3');
    const { text } = await house.ask('{ person(id: "1") { name } }');
    expect(text).not.toMatch(/Mongo|E11000|store\.ts|stacktrace|people/);
  });
});

describe('a gateway that is stopped', () => {
  test('still answers what it was asked before', async () => {
    await using stopped = await smallHouse();
    await stopped.ask('{ person(id: "1") { name } }');
    stopped.people.behave(async (seen, response) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await workingPeople(seen, response);
    });
    const asked = stopped.ask('{ person(id: "1") { name } }');
    await eventually(() => expect(stopped.people.seen).toHaveLength(2));
    await stopped.stop();
    expect((await asked).body).toEqual({ data: { person: { name: 'Person 1' } } });
    await expect(stopped.ask('{ person(id: "1") { name } }')).rejects.toThrow('fetch failed');
  });
});
