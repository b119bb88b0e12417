import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallHouse, workingCases, workingPeople, type HttpAnswer, type SmallHouse } from './testing/small-house.ts';
import { sendJson } from './testing/stand-in.ts';

let house: SmallHouse;
beforeAll(async () => void (house = await smallHouse()));
afterAll(async () => house[Symbol.asyncDispose]());
beforeEach(async () => {
  house.people.behave(workingPeople);
  house.cases.behave(workingCases);
  // Whatever failed before is forgotten with an answer.
  await house.ask('{ person(id: "1") { name } cases { id } }');
});

const hangUp: Parameters<SmallHouse['people']['behave']>[0] = (_, response) => void response.destroy();
const placesIn = ({ errors = [] }: HttpAnswer['body']): string[] =>
  errors.map(({ path = [], extensions: { code } }) => `${code} ${path.join('.')}`).sort();
const lost = (...paths: string[]): string[] => paths.map((path) => `SERVICE_UNAVAILABLE ${path}`).sort();
const inCases = (field: string): string[] => lost(...[0, 1, 2].map((index) => `cases.${index}.${field}`));

describe('every place that a service leaves empty has an error, in the words of who asked', () => {
  test.each([
    {
      what: 'under the name the client gave it',
      query: '{ cases { who: person { called: name } } }',
      expected: inCases('who.called'),
    },
    {
      what: 'in a named fragment that is spread twice',
      query: `{ a: case(id: "1") { person { ...p } } b: case(id: "2") { person { ...p } } }
        fragment p on Person { name bornOn friends { name } }`,
      expected: ['a', 'b'].flatMap((at) => lost(`${at}.person.name`, `${at}.person.bornOn`, `${at}.person.friends`)),
    },
    {
      what: 'where it is asked for on a condition, and nowhere else',
      query: `{ cases { person {
        ... @include(if: true) { name } bornOn @skip(if: true) ... @skip(if: true) { number }
      } } }`,
      expected: inCases('person.name'),
    },
    {
      what: 'of an interface',
      query: '{ cases: records { person { name } ... on Case { title } } }',
      expected: inCases('person.name'),
    },
    {
      what: 'of a union',
      query: '{ cases: finds { ... on Record { person { name } } } }',
      expected: inCases('person.name'),
    },
    {
      what: 'that is worked out from what it did not answer, and not of that',
      query: '{ cases { person { ofAge } } }',
      expected: inCases('person.ofAge'),
    },
    {
      what: 'that holds what may not be null',
      query: '{ cases { title person { number } } }',
      expected: inCases('person'),
    },
    { what: 'of the operation itself', query: '{ person(id: "1") { name } cases { id } }', expected: lost('person') },
  ])('$what', async ({ query, expected }) => {
    house.people.behave(hangUp);
    expect(placesIn((await house.ask(query)).body)).toEqual(expected);
  });

  test('and a place that is rightly empty has none', async () => {
    house.people.behave(hangUp);
    house.cases.behave((_, response) =>
      sendJson(response, {
        data: { cases: [{ person: null }, { person: { __typename: 'Person', id: 'p-1' } }] },
      }),
    );
    const { body } = await house.ask('{ cases { person { name } } }');
    expect([body.data, placesIn(body)]).toEqual([
      { cases: [{ person: null }, { person: { name: null } }] },
      lost('cases.1.person.name'),
    ]);
  });

  test('and beyond a hundred it says how many more there are', async () => {
    house.people.behave(hangUp);
    const many = Array.from({ length: 150 }, (_, id) => ({ person: { __typename: 'Person', id: String(id) } }));
    house.cases.behave((_, response) => sendJson(response, { data: { cases: many } }));
    const { errors = [] } = (await house.ask('{ cases { person { name } } }')).body;
    expect([errors.length, errors.at(-1)]).toEqual([
      101,
      {
        message: '50 more places of this answer are empty for such reasons.',
        extensions: { code: 'SERVICE_UNAVAILABLE' },
      },
    ]);
  });

  test('and what a service refuses to another one is told of what it was for', async () => {
    house.people.behave(({ variables }, response) =>
      sendJson(response, {
        data: { _entities: (variables.representations as unknown[]).map(() => ({ bornOn: null })) },
        errors: [{ message: 'Not for you.', path: ['_entities', 1, 'bornOn'], extensions: { code: 'FORBIDDEN' } }],
      }),
    );
    const { body } = await house.ask('{ cases { person { ofAge } } }');
    expect(placesIn(body)).toEqual(['FORBIDDEN cases.1.person.ofAge']);
  });

  test('and a service that refuses a question as a whole has said so of each field', async () => {
    house.people.behave((_, response) =>
      sendJson(response, { errors: [{ message: 'No.', extensions: { code: 'INVALID_INPUT' } }] }),
    );
    const { body } = await house.ask('{ a: person(id: "1") { name } b: person(id: "2") { name } }');
    expect(placesIn(body)).toEqual(['INVALID_INPUT a', 'INVALID_INPUT b']);
  });

  test('and of each change it is said that nobody knows whether it was made', async () => {
    house.people.behave(hangUp);
    const { body } = await house.ask(`mutation { a: renamePerson(id: "1", name: "Ada") { ...p } ...m }
      fragment p on Person { name } fragment m on Mutation { b: renamePerson(id: "2", name: "Ben") { ...p } }`);
    expect(placesIn(body)).toEqual(lost('a', 'b'));
    for (const { message } of body.errors ?? []) expect(message).toMatch(/not known whether this was done/);
  });
});
