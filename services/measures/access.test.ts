import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { worksWithPersons } from '#shared/care-team.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { measuresService } from './service.ts';

const here = '06431010';
const there = '06431019';
const actor = (id: string, role: Role, changes: Partial<Actor> = {}): Actor => ({
  id,
  role,
  municipalities: [here],
  ...changes,
});
const miriam = actor('miriam', 'TEAM_LEAD');
const anna = actor('anna', 'CASE_MANAGER');
const bildungswerk = actor('kurs', 'PROVIDER', { providerId: 'bildungswerk' });
const strangers = [
  actor('jonas', 'CASE_MANAGER'),
  actor('lead', 'TEAM_LEAD', { municipalities: [there] }),
  actor('eva', 'EMPLOYER_SERVICE'),
  actor('rathaus', 'TOWN_HALL'),
  actor('olaf', 'OPERATOR'),
  actor('lenz', 'ANALYST'),
];

const measure = {
  provider: { id: 'bildungswerk', name: 'Bildungswerk' },
  instrument: 'P45_MAT',
  municipality: here,
  place: { postcode: '68649', town: 'Groß-Rohrheim' },
  startsOn: '2020-09-01',
  endsOn: '2020-11-30',
  hoursPerWeek: 25,
  dayparts: ['MORNING'],
  approvedUntil: '2027-12-31',
};
const facts = {
  birthDate: '1984-05-17',
  benefitPeriods: [{ from: '2015-01-01', to: null }],
  employments: [],
  severelyDisabled: false,
  minorChildInBenefitUnit: false,
  fundedMonths16i: 0,
};
const refusedField = (field: string) => expect.objectContaining({ code: 'FORBIDDEN', path: `_entities.0.${field}` });
const refusedAt = (path: string, code = 'FORBIDDEN') =>
  expect.objectContaining({ errors: [expect.objectContaining({ code, path })] });

describe('who sees what of the measures', () => {
  let subgraph: SubgraphUnderTest;
  let enrolmentId = '';
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    subgraph = await subgraphUnderTest('measures', measuresService);
    await subgraph.deliver(caseEvents, {
      subject: 'c-ada',
      type: 'case.opened',
      data: {
        caseId: 'c-ada',
        personId: 'p-ada',
        projectId: 'gr',
        municipality: here,
        contactId: 'anna',
        careTeam: ['anna'],
        openedOn: '2020-01-10',
      },
    });
    for (const [title, providerId, places] of [
      ['Welding', 'bildungswerk', 1],
      ['Office', 'bildungswerk', 9],
      ['Care', 'other', 9],
    ] as const) {
      const { data } = await subgraph
        .as(miriam)
        .run('mutation ($input: OfferMeasureInput!) { offerMeasure(input: $input) { measure { id } } }', {
          input: { ...measure, title, places, provider: { id: providerId, name: providerId } },
        });
      ids[title] = (data as { offerMeasure: { measure: { id: string } } }).offerMeasure.measure.id;
    }
    const { data } = await subgraph
      .as(anna)
      .run('mutation ($input: EnrolPersonInput!) { enrolPerson(input: $input) { enrolment { id } } }', {
        input: { measureId: ids.Welding, personId: 'p-ada', agreedOn: '2020-08-01' },
      });
    enrolmentId = (data as { enrolPerson: { enrolment: { id: string } } }).enrolPerson.enrolment.id;
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  const listed = async (who: Actor, filter: object = {}, sort = 'STARTS_ON'): Promise<unknown> => {
    const { data, errors } = await subgraph
      .as(who)
      .run(
        `query ($filter: MeasureFilter) { measures(filter: $filter, sort: ${sort}, first: 10) { edges { node { title } } } }`,
        { filter },
      );
    return (
      errors[0]?.code ??
      (data as { measures: { edges: { node: { title: string } }[] } }).measures.edges
        .map(({ node }) => node.title)
        .sort()
    );
  };

  test('measures: all for the job centre, those with a place for town halls, their own for providers', async () => {
    expect(await listed(anna)).toEqual(['Care', 'Office', 'Welding']);
    expect(await listed(actor('rathaus', 'TOWN_HALL'))).toEqual(['Care', 'Office']);
    expect(await listed(bildungswerk)).toEqual(['Office', 'Welding']);
    expect(await listed(bildungswerk, { provider: 'other' })).toBe('FORBIDDEN');
    expect([
      await listed(anna, { withFreePlaces: false }),
      await listed(actor('rathaus', 'TOWN_HALL'), { withFreePlaces: false }),
    ]).toEqual([['Welding'], 'FORBIDDEN']);
    expect(await listed(actor('olaf', 'OPERATOR'))).toBe('FORBIDDEN');
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

  test.each([actor('rathaus', 'TOWN_HALL'), actor('lenz', 'ANALYST')])(
    'whether a place is free, but no number of people: $role',
    async (who) => {
      const { data, errors } = await subgraph
        .as(who)
        .run('query ($id: ID!) { measure(id: $id) { title places freePlaces hasFreePlace } }', { id: ids.Care });
      expect(data).toEqual({ measure: { title: 'Care', places: null, freePlaces: null, hasFreePlace: true } });
      expect(errors).toMatchObject([
        { code: 'FORBIDDEN', path: 'measure.places' },
        { code: 'FORBIDDEN', path: 'measure.freePlaces' },
      ]);
      expect([await listed(who, {}, 'FREE_PLACES'), await listed(miriam, {}, 'FREE_PLACES')]).toEqual([
        'FORBIDDEN',
        ['Care', 'Office', 'Welding'],
      ]);
    },
  );

  test('what an event keeps quiet about a measure, an analyst does not find under its id', async () => {
    const { data } = await subgraph
      .as(miriam)
      .run('mutation ($input: OfferMeasureInput!) { offerMeasure(input: $input) { measure { id } } }', {
        input: { ...measure, title: 'Debts', instrument: 'P16A_DEBT', municipality: there, places: 3 },
      });
    const { id } = (data as { offerMeasure: { measure: { id: string } } }).offerMeasure.measure;
    const lenz = actor('lenz', 'ANALYST');
    expect(await subgraph.as(lenz).run('query ($id: ID!) { measure(id: $id) { title } }', { id })).toEqual(
      refusedAt('measure', 'NOT_FOUND'),
    );
    expect([await listed(lenz, { municipalities: [there] }), await listed(anna, { municipalities: [there] })]).toEqual([
      [],
      ['Debts'],
    ]);
  });

  test.each([anna, miriam, bildungswerk])('an enrolment: shown to $role', async (who) => {
    const { data, errors } = await subgraph
      .as(who)
      .entity({ __typename: 'Enrolment', id: enrolmentId }, '{ status person { id } }');
    expect([data, errors]).toEqual([{ _entities: [{ status: 'AGREED', person: { id: 'p-ada' } }] }, []]);
    expect(
      (await subgraph.as(who).run('query ($id: ID!) { measure(id: $id) { enrolments { id } } }', { id: ids.Welding }))
        .data,
    ).toEqual({ measure: { enrolments: [{ id: enrolmentId }] } });
  });

  test('a proposal: not shown to the provider', async () => {
    const propose =
      'mutation ($input: ProposeMeasureInput!) { proposeMeasure(input: $input) { enrolment { id status } } }';
    const { data } = await subgraph
      .as(anna)
      .run(propose, { input: { measureId: ids.Office, personId: 'p-ada', proposedOn: '2020-08-01' } });
    const { enrolment } = (data as { proposeMeasure: { enrolment: { id: string; status: string } } }).proposeMeasure;
    expect(enrolment.status).toBe('PROPOSED');
    expect(await subgraph.as(bildungswerk).entity({ __typename: 'Enrolment', id: enrolment.id }, '{ status }')).toEqual(
      refusedAt('_entities.0', 'NOT_FOUND'),
    );
    expect(
      (
        await subgraph
          .as(bildungswerk)
          .run('query ($id: ID!) { measure(id: $id) { enrolments { id } } }', { id: ids.Office })
      ).data,
    ).toEqual({ measure: { enrolments: [] } });
  });

  test.each(strangers)('nothing about the person: $id, $role', async (who) => {
    expect(await subgraph.as(who).entity({ __typename: 'Enrolment', id: enrolmentId }, '{ status }')).toEqual(
      refusedAt('_entities.0', 'NOT_FOUND'),
    );
    for (const [__typename, id, none] of [
      ['Person', 'p-ada', 'p-none'],
      ['Case', 'c-ada', 'c-none'],
    ] as const) {
      const answers = await Promise.all(
        [id, none].map((asked) =>
          subgraph.as(who).entity({ __typename, id: asked }, '{ enrolments { id } referrals { id } }'),
        ),
      );
      const seen = worksWithPersons(who)
        ? { data: { _entities: [{ enrolments: [], referrals: [] }] }, errors: [] }
        : expect.objectContaining({ errors: [refusedField('enrolments'), refusedField('referrals')] });
      expect(answers).toEqual([seen, seen]);
    }
    expect(
      await subgraph
        .as(who)
        .entity({ __typename: 'Person', id: 'p-ada', ...facts }, '{ eligibility(instrument: "P16I") { verdict } }'),
    ).toEqual(refusedAt('_entities.0.eligibility'));
    const { data } = await subgraph
      .as(who)
      .entity({ __typename: 'Measure', id: ids.Welding ?? '' }, '{ enrolments { id } }');
    const seen = (data as { _entities: ({ enrolments: unknown[] | null } | null)[] })._entities[0];
    expect(seen?.enrolments ?? []).toEqual([]);
  });

  test('eligibility: answered per condition to the care team, from facts that are handed in and not kept', async () => {
    const query =
      '{ eligibility(instrument: "P16E", startOn: "2026-09-01", contractMonths: 24) { verdict metOn instrument { version } conditions { code state actual } } }';
    const { data, errors } = await subgraph.as(anna).entity({ __typename: 'Person', id: 'p-ada', ...facts }, query);
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

  test('eligibility: refused where the people service kept the facts', async () => {
    for (const kept of [{ birthDate: null }, { minorChildInBenefitUnit: null }, { minorChildInBenefitUnit: true }]) {
      const { errors } = await subgraph
        .as(anna)
        .entity(
          { __typename: 'Person', id: 'p-ada', ...facts, ...kept },
          '{ eligibility(instrument: "P16I") { verdict } }',
        );
      expect(errors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  test('every instrument in force is listed with a verdict', async () => {
    const { data } = await subgraph
      .as(anna)
      .entity(
        { __typename: 'Person', id: 'p-ada', ...facts },
        '{ fittingInstruments(startOn: "2026-09-01") { instrument { code } verdict } }',
      );
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
