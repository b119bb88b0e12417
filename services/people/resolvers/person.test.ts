import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { anna, carla, mutate, here, adaIdentity, mayor, miriam, registerAda, there } from './people.fixture.ts';
import { peopleService } from '../service.ts';

describe('the register of people', () => {
  let subgraph: SubgraphUnderTest;
  beforeAll(async () => {
    subgraph = await subgraphUnderTest('people', peopleService);
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());
  const names = async (args: string): Promise<unknown> => {
    const { data, errors } = await subgraph
      .as(miriam)
      .run(`{ persons(${args}) { edges { cursor node { familyName } } pageInfo { hasNextPage endCursor } } }`);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return (data as { persons: { edges: { node: { familyName: string } }[] } }).persons.edges.map(
      ({ node }) => node.familyName,
    );
  };

  test('takes somebody in once, however often it is asked to', async () => {
    const id = await registerAda(subgraph, { idempotencyKey: 'k-1' });
    expect(await registerAda(subgraph, { idempotencyKey: 'k-1' })).toBe(id);
    expect(await registerAda(subgraph, { idempotencyKey: 'k-1', givenName: 'Eva' })).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await registerAda(subgraph)).toBe('ALREADY_EXISTS');
    expect(await subgraph.said()).toEqual([
      {
        type: 'person.registered',
        subject: id,
        data: { personId: id, municipality: here, registeredOn: '2026-01-10' },
      },
    ]);
    expect(id).not.toContain(adaIdentity.customerNumber);
  });

  test.each([
    ['FORBIDDEN', anna, { municipality: there }],
    ['FORBIDDEN', carla, {}],
    ['UNKNOWN_MUNICIPALITY', mayor, { municipality: '00000000' }],
    ['FORBIDDEN', mayor, {}],
    ['UNKNOWN_MUNICIPALITY', { ...miriam, municipalities: ['06412000'] }, { municipality: '06412000' }],
    ['INVALID_INPUT', miriam, { customerNumber: '1' }],
    ['INVALID_INPUT', miriam, { familyName: '  ' }],
    ['INVALID_INPUT', miriam, { birthDate: '2999-01-01' }],
  ])('refuses with %s', async (code, actor, changes) => {
    expect(
      await mutate(subgraph, [actor, 'registerPerson'], { ...adaIdentity, customerNumber: '437D019999', ...changes }),
    ).toBe(code);
  });

  test('lists people by name as Germans sort them, page by page, and finds them by its beginning', async () => {
    for (const [index, familyName] of ['Öztürk', 'Muth', 'Zander', 'Ott'].entries())
      await registerAda(subgraph, { customerNumber: `437D02000${index}`, familyName, municipality: there });
    expect(await names('sort: NAME')).toEqual(['Müller', 'Muth', 'Öztürk', 'Ott', 'Zander']);
    expect(await names('filter: { name: "oez" }')).toEqual(['Öztürk']);
    expect(await names('filter: { name: "MÜ" }')).toEqual(['Müller']);
    expect(await names(`filter: { municipality: "${here}" }`)).toEqual(['Müller']);
    expect(await names('filter: { bornFrom: "1984-05-18" }')).toEqual([]);
    const { data } = await subgraph.as(miriam).run('{ persons(first: 2) { pageInfo { endCursor hasNextPage } } }');
    const { endCursor } = (data as { persons: { pageInfo: { endCursor: string } } }).persons.pageInfo;
    expect(await names(`first: 2, after: "${endCursor}"`)).toEqual(['Öztürk', 'Ott']);
  });

  test('keeps what a person brings to work, with the names of occupations and municipalities', async () => {
    const id = await registerAda(subgraph, { customerNumber: '437D030001' });
    const profile = {
      occupations: [{ occupation: '51312', years: 2.5 }],
      mobility: 'CAR',
      radiusKm: 30,
      availability: { hoursPerWeek: 30, dayparts: ['MORNING'] },
      languages: [{ language: 'tr', level: 'C2' }],
    };
    expect(
      await mutate(subgraph, [anna, 'updateProfile'], { personId: id, ...profile, schoolQualification: null }),
    ).toBe(id);
    const { data, errors } = await subgraph
      .as(anna)
      .run(
        'query ($id: ID!) { person(id: $id) { municipality { name } schoolQualification occupations { years occupation { title requirementLevel } } mobility radiusKm availability { hoursPerWeek dayparts } languages { language level } } }',
        { id },
      );
    expect([errors, data]).toEqual([
      [],
      {
        person: {
          municipality: { name: 'Groß-Rohrheim' },
          schoolQualification: 'UNKNOWN',
          mobility: 'CAR',
          radiusKm: 30,
          availability: profile.availability,
          languages: profile.languages,
          occupations: [
            {
              years: 2.5,
              occupation: {
                title: 'Berufe in der Lagerwirtschaft – fachlich ausgerichtete Tätigkeiten',
                requirementLevel: 2,
              },
            },
          ],
        },
      },
    ]);
    expect((await subgraph.said()).filter(({ subject }) => subject === id).map(({ type }) => type)).toEqual([
      'person.registered',
      'person.updated',
      'person.profiled',
    ]);
  });

  test('keeps what is left out, and forgets what is null', async () => {
    const personId = await registerAda(subgraph, { customerNumber: '437D030002' });
    const seen = async () =>
      (
        await subgraph
          .as(miriam)
          .run('query ($id: ID!) { person(id: $id) { radiusKm contact { phone email } } }', { id: personId })
      ).data?.person;
    await mutate(subgraph, [miriam, 'updateContact'], { personId, email: 'ada@example.org' });
    await mutate(subgraph, [miriam, 'updateContact'], { personId, phone: '06245 1234' });
    await mutate(subgraph, [miriam, 'updateProfile'], { personId, radiusKm: 10 });
    expect(await seen()).toEqual({ radiusKm: 10, contact: { phone: '06245 1234', email: 'ada@example.org' } });
    await mutate(subgraph, [miriam, 'updateContact'], { personId, email: null });
    await mutate(subgraph, [miriam, 'updateProfile'], { personId, radiusKm: null });
    expect(await seen()).toEqual({ radiusKm: null, contact: { phone: '06245 1234', email: null } });
  });

  test.each([
    ['UNKNOWN_OCCUPATION', 'updateProfile', { occupations: [{ occupation: '99999' }] }],
    ['INVALID_INPUT', 'updateProfile', { languages: [{ language: 'German', level: 'C2' }] }],
    ['INVALID_INPUT', 'updateProfile', { availability: { hoursPerWeek: 60, dayparts: [] } }],
    ['INVALID_POSTCODE', 'updateContact', { postcode: '686' }],
    ['INVALID_EMAIL', 'updateContact', { email: 'ada' }],
    ['INVALID_PHONE', 'updateContact', { phone: 'anrufen' }],
    ['CONTROL_CHARACTER', 'correctPerson', { givenName: 'A\u0000da' }],
    ['IMPLAUSIBLE_BIRTH_DATE', 'correctPerson', { birthDate: '1700-01-01' }],
    [
      'IMPLAUSIBLE_BIRTH_DATE',
      'updateChildren',
      { children: [{ birthDate: '1950-01-01', careNeeded: [], careSecured: false }] },
    ],
    [
      'INVALID_INPUT',
      'recordEmployments',
      { employments: [{ from: '2020-02-01', to: '2020-01-01', hoursPerWeek: 10, insured: true }] },
    ],
    ['UNKNOWN_MUNICIPALITY', 'movePerson', { municipality: '06412000' }],
  ])('refuses with %s: %s', async (code, mutation, changes) => {
    const personId = await registerAda(subgraph, { customerNumber: '437D040001', idempotencyKey: 'k-2' });
    expect(await mutate(subgraph, [miriam, mutation], { personId, ...changes })).toBe(code);
  });
});
