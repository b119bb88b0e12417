import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { adaIdentity, here, carryOut, peopleUnderTest, registerAda, staff, there } from './people.fixture.ts';

const { anna, carla, mayor, miriam } = staff;

describe('the register of people', () => {
  let subgraph: SubgraphUnderTest;
  beforeAll(async () => {
    subgraph = await peopleUnderTest();
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
    ['by a case manager of elsewhere', 'FORBIDDEN', { actor: anna, changes: { municipality: there } }],
    ['by the employer service', 'FORBIDDEN', { actor: carla, changes: {} }],
    ['by a town hall', 'FORBIDDEN', { actor: mayor, changes: {} }],
    ['in a municipality that is none', 'UNKNOWN_MUNICIPALITY', { actor: mayor, changes: { municipality: '00000000' } }],
    [
      'in a municipality outside the district',
      'UNKNOWN_MUNICIPALITY',
      { actor: { ...miriam, municipalities: ['06412000'] }, changes: { municipality: '06412000' } },
    ],
    ['under a customer number that is none', 'INVALID_INPUT', { actor: miriam, changes: { customerNumber: '1' } }],
    ['without a family name', 'INVALID_INPUT', { actor: miriam, changes: { familyName: '  ' } }],
    ['before the birth', 'INVALID_INPUT', { actor: miriam, changes: { birthDate: '2999-01-01' } }],
  ])('refuses to take somebody in %s: %s', async (_, code, { actor, changes }) => {
    expect(
      await carryOut(subgraph, [actor, 'registerPerson'], { ...adaIdentity, customerNumber: '437D019999', ...changes }),
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
      await carryOut(subgraph, [anna, 'updateProfile'], { personId: id, ...profile, schoolQualification: null }),
    ).toBe(id);
    const { data, errors } = await subgraph.as(anna).run(
      `query ($id: ID!) {
          person(id: $id) {
            municipality { name }
            schoolQualification
            occupations { years occupation { title requirementLevel } }
            mobility
            radiusKm
            availability { hoursPerWeek dayparts }
            languages { language level }
          }
        }`,
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
    const recorded = async () => {
      const query = 'query ($id: ID!) { person(id: $id) { radiusKm contact { phone email } } }';
      return (await subgraph.as(miriam).run(query, { id: personId })).data?.person;
    };
    await carryOut(subgraph, [miriam, 'updateContact'], { personId, email: 'ada@example.org' });
    await carryOut(subgraph, [miriam, 'updateContact'], { personId, phone: '06245 1234' });
    await carryOut(subgraph, [miriam, 'updateProfile'], { personId, radiusKm: 10 });
    expect(await recorded()).toEqual({ radiusKm: 10, contact: { phone: '06245 1234', email: 'ada@example.org' } });
    await carryOut(subgraph, [miriam, 'updateContact'], { personId, email: null });
    await carryOut(subgraph, [miriam, 'updateProfile'], { personId, radiusKm: null });
    expect(await recorded()).toEqual({ radiusKm: null, contact: { phone: '06245 1234', email: null } });
  });

  test.each([
    [
      'an occupation that is not listed',
      'UNKNOWN_OCCUPATION',
      { mutation: 'updateProfile', changes: { occupations: [{ occupation: '99999' }] } },
    ],
    [
      'a language without its code',
      'INVALID_INPUT',
      { mutation: 'updateProfile', changes: { languages: [{ language: 'German', level: 'C2' }] } },
    ],
    [
      'more hours than a week of work has',
      'INVALID_INPUT',
      { mutation: 'updateProfile', changes: { availability: { hoursPerWeek: 60, dayparts: [] } } },
    ],
    ['a postcode that is too short', 'INVALID_POSTCODE', { mutation: 'updateContact', changes: { postcode: '686' } }],
    ['an e-mail address that is none', 'INVALID_EMAIL', { mutation: 'updateContact', changes: { email: 'ada' } }],
    ['a telephone number that is none', 'INVALID_PHONE', { mutation: 'updateContact', changes: { phone: 'anrufen' } }],
    [
      'an invisible character in a name',
      'CONTROL_CHARACTER',
      { mutation: 'correctPerson', changes: { givenName: 'A\u0000da' } },
    ],
    [
      'a birth date of nobody alive',
      'IMPLAUSIBLE_BIRTH_DATE',
      { mutation: 'correctPerson', changes: { birthDate: '1700-01-01' } },
    ],
    [
      'a child older than the person',
      'IMPLAUSIBLE_BIRTH_DATE',
      {
        mutation: 'updateChildren',
        changes: { children: [{ birthDate: '1950-01-01', careNeeded: [], careSecured: false }] },
      },
    ],
    [
      'work that ends before it begins',
      'INVALID_INPUT',
      {
        mutation: 'recordEmployments',
        changes: { employments: [{ from: '2020-02-01', to: '2020-01-01', hoursPerWeek: 10, insured: true }] },
      },
    ],
    [
      'a move out of the district',
      'UNKNOWN_MUNICIPALITY',
      { mutation: 'movePerson', changes: { municipality: '06412000' } },
    ],
  ])('refuses %s: %s', async (_, code, { mutation, changes }) => {
    const personId = await registerAda(subgraph, { customerNumber: '437D040001', idempotencyKey: 'k-2' });
    expect(await carryOut(subgraph, [miriam, mutation], { personId, ...changes })).toBe(code);
  });
});
