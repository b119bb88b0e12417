import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { worksWithPersons } from '#shared/care-team.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { askers, grossRohrheim, openingOf, weldingOffer } from './graph.fixture.ts';
import { measuresService } from './service.ts';

const { miriam, anna, bildungswerk } = askers;
const fuerth = '06431019';
const actor = (id: string, role: Role, changes: Partial<Actor> = {}): Actor => ({
  id,
  role,
  municipalities: [grossRohrheim],
  ...changes,
});
const rathaus = actor('rathaus', 'TOWN_HALL');
const olaf = actor('olaf', 'OPERATOR');
const lenz = actor('lenz', 'ANALYST');

/** In each role somebody who has nothing to do with the person. */
const strangers: Record<Role, Actor> = {
  CASE_MANAGER: actor('jonas', 'CASE_MANAGER'),
  TEAM_LEAD: actor('lead', 'TEAM_LEAD', { municipalities: [fuerth] }),
  EMPLOYER_SERVICE: actor('eva', 'EMPLOYER_SERVICE'),
  TOWN_HALL: rathaus,
  PROVIDER: actor('care', 'PROVIDER', { providerId: 'other' }),
  OPERATOR: olaf,
  ANALYST: lenz,
};
/** In each role somebody who may read of the person in the measure, if the role has any. */
const insiders: Record<Role, Actor | null> = {
  CASE_MANAGER: anna,
  TEAM_LEAD: miriam,
  EMPLOYER_SERVICE: null,
  TOWN_HALL: null,
  PROVIDER: bildungswerk,
  OPERATOR: null,
  ANALYST: null,
};

const facts = {
  birthDate: '1984-05-17',
  benefitPeriods: [{ from: '2015-01-01', to: null }],
  employments: [],
  severelyDisabled: false,
  minorChildInBenefitUnit: false,
  fundedMonths16i: 0,
};
const ada = { __typename: 'Person', id: 'p-ada', ...facts };
const offering = 'mutation ($input: OfferMeasureInput!) { offerMeasure(input: $input) { measure { id } } }';
const enrolling = 'mutation ($input: EnrolPersonInput!) { enrolPerson(input: $input) { enrolment { id } } }';
const proposing =
  'mutation ($input: ProposeMeasureInput!) { proposeMeasure(input: $input) { enrolment { id status } } }';
const enrolmentsQuery = 'query ($id: ID!) { measure(id: $id) { enrolments { id } } }';
const refusedField = (field: string) => expect.objectContaining({ code: 'FORBIDDEN', path: `_entities.0.${field}` });
const refusedAt = (path: string, code = 'FORBIDDEN') =>
  expect.objectContaining({ errors: [expect.objectContaining({ code, path })] });

describe('who sees what of the measures', () => {
  let subgraph: SubgraphUnderTest;
  let enrolmentId = '';
  const ids: Record<string, string> = {};

  const offered = async (changes: object): Promise<string> => {
    const { data } = await subgraph.as(miriam).run(offering, { input: { ...weldingOffer, ...changes } });
    return (data as { offerMeasure: { measure: { id: string } } }).offerMeasure.measure.id;
  };

  beforeAll(async () => {
    subgraph = await subgraphUnderTest('measures', measuresService);
    await subgraph.deliver(caseEvents, openingOf('p-ada'));
    for (const [title, providerId, places] of [
      ['Welding', 'bildungswerk', 1],
      ['Office', 'bildungswerk', 9],
      ['Care', 'other', 9],
    ] as const)
      ids[title] = await offered({ title, places, provider: { id: providerId, name: providerId } });
    const input = { measureId: ids.Welding, personId: 'p-ada', agreedOn: '2020-08-01' };
    const { data } = await subgraph.as(anna).run(enrolling, { input });
    enrolmentId = (data as { enrolPerson: { enrolment: { id: string } } }).enrolPerson.enrolment.id;
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  const listed = async (asker: Actor, filter: object = {}, sort = 'STARTS_ON'): Promise<unknown> => {
    const measures = `measures(filter: $filter, sort: ${sort}, first: 10) { edges { node { title } } }`;
    const { data, errors } = await subgraph.as(asker).run(`query ($filter: MeasureFilter) { ${measures} }`, { filter });
    return (
      errors[0]?.code ??
      (data as { measures: { edges: { node: { title: string } }[] } }).measures.edges
        .map(({ node }) => node.title)
        .sort()
    );
  };

  const listedFor: Record<Role, string[] | 'FORBIDDEN'> = {
    CASE_MANAGER: ['Care', 'Office', 'Welding'],
    TEAM_LEAD: ['Care', 'Office', 'Welding'],
    EMPLOYER_SERVICE: ['Care', 'Office', 'Welding'],
    TOWN_HALL: ['Care', 'Office'],
    PROVIDER: ['Care'],
    OPERATOR: 'FORBIDDEN',
    ANALYST: ['Care', 'Office', 'Welding'],
  };
  test.each(roles)('%s lists the measures that the role may see', async (role) => {
    expect(await listed(strangers[role])).toEqual(listedFor[role]);
  });

  test('measures are all for the job centre, those with a place for town halls, its own for a provider', async () => {
    expect(await listed(anna)).toEqual(['Care', 'Office', 'Welding']);
    expect(await listed(rathaus)).toEqual(['Care', 'Office']);
    expect(await listed(bildungswerk)).toEqual(['Office', 'Welding']);
    expect(await listed(bildungswerk, { provider: 'other' })).toBe('FORBIDDEN');
    expect([await listed(anna, { withFreePlaces: false }), await listed(rathaus, { withFreePlaces: false })]).toEqual([
      ['Welding'],
      'FORBIDDEN',
    ]);
    expect(await listed(olaf)).toBe('FORBIDDEN');
    expect(
      await listed(anna, {
        withFreePlaces: true,
        enterOn: '2020-08-15',
        dayparts: ['MORNING', 'EVENING'],
        maxHoursPerWeek: 25,
      }),
    ).toEqual(['Care', 'Office']);
    expect(
      await subgraph.as(bildungswerk).run('query ($id: ID!) { measure(id: $id) { title } }', { id: ids.Care }),
    ).toEqual(refusedAt('measure', 'NOT_FOUND'));
  });

  const placesFor: Record<Role, 'counted' | 'only whether one is free' | 'nothing'> = {
    CASE_MANAGER: 'counted',
    TEAM_LEAD: 'counted',
    EMPLOYER_SERVICE: 'counted',
    TOWN_HALL: 'only whether one is free',
    PROVIDER: 'counted',
    OPERATOR: 'nothing',
    ANALYST: 'only whether one is free',
  };
  test.each(roles)('%s learns of the places of a measure what the role may know', async (role) => {
    const { data, errors } = await subgraph
      .as(strangers[role])
      .run('query ($id: ID!) { measure(id: $id) { title places freePlaces hasFreePlace } }', { id: ids.Care });
    const byNumber = await listed(strangers[role], {}, 'FREE_PLACES');
    switch (placesFor[role]) {
      case 'counted':
        expect(data).toEqual({ measure: { title: 'Care', places: 9, freePlaces: 9, hasFreePlace: true } });
        expect([errors, byNumber]).toEqual([[], listedFor[role]]);
        break;
      case 'only whether one is free':
        expect(data).toEqual({ measure: { title: 'Care', places: null, freePlaces: null, hasFreePlace: true } });
        expect(errors).toMatchObject([
          { code: 'FORBIDDEN', path: 'measure.places' },
          { code: 'FORBIDDEN', path: 'measure.freePlaces' },
        ]);
        expect(byNumber).toBe('FORBIDDEN');
        break;
      case 'nothing':
        expect([errors, byNumber]).toMatchObject([[{ code: 'NOT_FOUND', path: 'measure' }], 'FORBIDDEN']);
    }
  });

  test('what an event keeps quiet about a measure, an analyst does not find under its id', async () => {
    const id = await offered({ title: 'Debts', instrument: 'P16A_DEBT', municipality: fuerth, places: 3 });
    expect(await subgraph.as(lenz).run('query ($id: ID!) { measure(id: $id) { title } }', { id })).toEqual(
      refusedAt('measure', 'NOT_FOUND'),
    );
    const filter = { municipalities: [fuerth] };
    expect([await listed(lenz, filter), await listed(anna, filter)]).toEqual([[], ['Debts']]);
  });

  const readers = roles.flatMap((role) => insiders[role] ?? []);
  test.each(readers)('an enrolment is shown to $role, and its case to those who work with persons', async (reader) => {
    const { data, errors } = await subgraph
      .as(reader)
      .entity({ __typename: 'Enrolment', id: enrolmentId }, '{ status person { id } case { id } }');
    const shownCase = worksWithPersons(reader) ? { id: 'c-p-ada' } : null;
    expect([data, errors]).toEqual([
      { _entities: [{ status: 'AGREED', person: { id: 'p-ada' }, case: shownCase }] },
      [],
    ]);
    expect((await subgraph.as(reader).run(enrolmentsQuery, { id: ids.Welding })).data).toEqual({
      measure: { enrolments: [{ id: enrolmentId }] },
    });
  });

  test('a proposal is not shown to the provider', async () => {
    const input = { measureId: ids.Office, personId: 'p-ada', proposedOn: '2020-08-01' };
    const { data } = await subgraph.as(anna).run(proposing, { input });
    const { enrolment } = (data as { proposeMeasure: { enrolment: { id: string; status: string } } }).proposeMeasure;
    expect(enrolment.status).toBe('PROPOSED');
    expect(await subgraph.as(bildungswerk).entity({ __typename: 'Enrolment', id: enrolment.id }, '{ status }')).toEqual(
      refusedAt('_entities.0', 'NOT_FOUND'),
    );
    expect((await subgraph.as(bildungswerk).run(enrolmentsQuery, { id: ids.Office })).data).toEqual({
      measure: { enrolments: [] },
    });
  });

  test.each(roles)('%s who has nothing to do with the person reads nothing about them', async (role) => {
    const stranger = strangers[role];
    expect(await subgraph.as(stranger).entity({ __typename: 'Enrolment', id: enrolmentId }, '{ status }')).toEqual(
      refusedAt('_entities.0', 'NOT_FOUND'),
    );
    for (const [__typename, id, unknownId] of [
      ['Person', 'p-ada', 'p-none'],
      ['Case', 'c-p-ada', 'c-none'],
    ] as const) {
      const answers = await Promise.all(
        [id, unknownId].map((askedId) =>
          subgraph.as(stranger).entity({ __typename, id: askedId }, '{ enrolments { id } referrals { id } }'),
        ),
      );
      const answer = worksWithPersons(stranger)
        ? { data: { _entities: [{ enrolments: [], referrals: [] }] }, errors: [] }
        : expect.objectContaining({ errors: [refusedField('enrolments'), refusedField('referrals')] });
      expect(answers).toEqual([answer, answer]);
    }
    expect(await subgraph.as(stranger).entity(ada, '{ eligibility(instrument: "P16I") { verdict } }')).toEqual(
      refusedAt('_entities.0.eligibility'),
    );
    const { data } = await subgraph
      .as(stranger)
      .entity({ __typename: 'Measure', id: ids.Welding ?? '' }, '{ enrolments { id } }');
    const measure = (data as { _entities: ({ enrolments: unknown[] | null } | null)[] })._entities[0];
    expect(measure?.enrolments ?? []).toEqual([]);
  });

  test('eligibility is answered per condition to the care team, from facts handed in and not kept', async () => {
    const query = `{
      eligibility(instrument: "P16E", startOn: "2026-09-01", contractMonths: 24) {
        verdict metOn instrument { version } conditions { code state actual }
      }
    }`;
    const { data, errors } = await subgraph.as(anna).entity(ada, query);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      _entities: [
        {
          eligibility: {
            verdict: 'FITS',
            metOn: '2026-09-01',
            instrument: { version: 'P16E@2026-07-01' },
            conditions: expect.arrayContaining([
              { code: 'BENEFIT_21_OF_24_MONTHS', state: 'MET', actual: 24 },
              { code: 'CONTRACT_TERM', state: 'MET', actual: 24 },
            ]),
          },
        },
      ],
    });
  });

  test('eligibility is refused where the people service kept the facts', async () => {
    for (const kept of [{ birthDate: null }, { minorChildInBenefitUnit: null }, { minorChildInBenefitUnit: true }]) {
      const { errors } = await subgraph
        .as(anna)
        .entity({ ...ada, ...kept }, '{ eligibility(instrument: "P16I") { verdict } }');
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  test('every instrument in force is listed with a verdict', async () => {
    const { data } = await subgraph
      .as(anna)
      .entity(ada, '{ fittingInstruments(startOn: "2026-09-01") { instrument { code } verdict } }');
    expect(data).toMatchObject({
      _entities: [
        {
          fittingInstruments: expect.arrayContaining([
            { instrument: { code: 'P16I' }, verdict: 'FITS' },
            { instrument: { code: 'P16D' }, verdict: 'CHECK_BY_HAND' },
          ]),
        },
      ],
    });
  });
});
