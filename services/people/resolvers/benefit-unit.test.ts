import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { worksWithPersons } from '#shared/care-team.ts';
import { roles, type Actor } from '#shared/identity/identity.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import {
  here,
  idsOfPage,
  carryOut,
  deliverCaseOpened,
  peopleUnderTest,
  registerAda,
  staff,
  staffByRole,
  there,
} from './people.fixture.ts';

const { anna, jonas, miriam } = staff;
const outsiders = roles.filter((role) => !worksWithPersons({ role }));

const number = '43705BG0100001';

describe('a benefit unit', () => {
  let subgraph: SubgraphUnderTest;
  let ada = '';
  let ben = '';
  let cem = '';
  let unit = '';
  const person = async (id: string, selection: string) =>
    (await subgraph.as(miriam).run(`query ($id: ID!) { person(id: $id) ${selection} }`, { id })).data?.person;
  const entity = (actor: Actor) =>
    subgraph.as(actor).entity({ __typename: 'BenefitUnit', id: unit }, '{ number members { person { givenName } } }');
  const listed = (actor: Actor, filter: { municipality?: string; number?: string } = {}) =>
    idsOfPage(subgraph, actor, {
      list: 'benefitUnits',
      query: `query ($municipality: ID!, $number: String) {
        benefitUnits(municipality: $municipality, number: $number) { edges { node { id } } }
      }`,
      variables: { municipality: here, ...filter },
    });

  beforeAll(async () => {
    subgraph = await peopleUnderTest();
    ada = await registerAda(subgraph);
    ben = await registerAda(subgraph, { customerNumber: '437D010002', givenName: 'Ben' });
    cem = await registerAda(subgraph, { customerNumber: '437D010003', givenName: 'Cem' });
    unit = await carryOut(subgraph, [miriam, 'formBenefitUnit'], {
      number,
      municipality: here,
      formedOn: '2019-02-01',
      members: [{ personId: ada, role: 'APPLICANT' }],
    });
    await carryOut(subgraph, [miriam, 'startBenefit'], { benefitUnitId: unit, startedOn: '2019-02-01' });
    await carryOut(subgraph, [miriam, 'joinBenefitUnit'], {
      benefitUnitId: unit,
      personId: ben,
      role: 'PARTNER',
      joinedOn: '2020-05-10',
    });
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  test('tells of each member when they were in receipt', async () => {
    await carryOut(subgraph, [miriam, 'endBenefit'], { benefitUnitId: unit, endedOn: '2020-12-31', reason: 'WORK' });
    await carryOut(subgraph, [miriam, 'startBenefit'], { benefitUnitId: unit, startedOn: '2021-06-01' });
    const receipt = `{
      benefitPeriods { from to }
      monthsOfReceipt(from: "2020-01-01", to: "2021-12-31")
      then: longTermRecipient(on: "2020-12-31")
      longTermRecipient
    }`;
    expect(await person(ada, receipt)).toEqual({
      benefitPeriods: [
        { from: '2019-02-01', to: '2020-12-31' },
        { from: '2021-06-01', to: null },
      ],
      monthsOfReceipt: 19,
      then: true,
      longTermRecipient: true,
    });
    expect(await person(ben, receipt)).toEqual({
      benefitPeriods: [
        { from: '2020-05-10', to: '2020-12-31' },
        { from: '2021-06-01', to: null },
      ],
      monthsOfReceipt: 15,
      then: false,
      longTermRecipient: true,
    });
    const recipients = async (longTermRecipient: boolean | null) => {
      const query = `query ($longTermRecipient: Boolean) {
        persons(filter: { longTermRecipient: $longTermRecipient }, sort: null) { edges { node { givenName } } }
      }`;
      return (await subgraph.as(miriam).run(query, { longTermRecipient })).data?.persons;
    };
    const named = (...names: string[]) => ({ edges: names.map((givenName) => ({ node: { givenName } })) });
    expect([await recipients(true), await recipients(false), await recipients(null)]).toEqual([
      named('Ada', 'Ben'),
      named('Cem'),
      named('Ada', 'Ben', 'Cem'),
    ]);
  });

  test('refuses a window of months that ends before it begins', async () => {
    const query = 'query ($id: ID!) { person(id: $id) { monthsOfReceipt(from: "2021-01-01", to: "2020-01-01") } }';
    expect((await subgraph.as(miriam).run(query, { id: ada })).errors).toMatchObject([
      { code: 'INVALID_INPUT', path: 'person.monthsOfReceipt' },
    ]);
  });

  test('has a minor child while a member has one, but not for a member who has left', async () => {
    expect(await person(ben, '{ minorChildInBenefitUnit youngestChildOfAgeOn }')).toEqual({
      minorChildInBenefitUnit: false,
      youngestChildOfAgeOn: null,
    });
    await carryOut(subgraph, [miriam, 'updateChildren'], {
      personId: ada,
      children: [{ birthDate: '2020-01-01', careNeeded: [], careSecured: false }],
    });
    expect(await person(ben, '{ minorChildInBenefitUnit youngestChildOfAgeOn }')).toEqual({
      minorChildInBenefitUnit: true,
      youngestChildOfAgeOn: '2038-01-01',
    });
    expect(
      await carryOut(subgraph, [miriam, 'leaveBenefitUnit'], {
        benefitUnitId: unit,
        personId: ben,
        leftOn: '2026-01-31',
      }),
    ).toBe(unit);
    expect(await person(ben, '{ minorChildInBenefitUnit }')).toEqual({ minorChildInBenefitUnit: false });
  });

  test.each<[title: string, code: string, attempt: () => [mutation: string, input: Record<string, unknown>]]>([
    [
      'a second unit under the same number',
      'ALREADY_EXISTS',
      () => ['formBenefitUnit', { number, municipality: here, members: [{ personId: cem, role: 'APPLICANT' }] }],
    ],
    [
      'a unit without members',
      'INVALID_INPUT',
      () => ['formBenefitUnit', { number: '43705BG0100009', municipality: here, members: [] }],
    ],
    [
      'a unit that names somebody twice',
      'INVALID_INPUT',
      () => [
        'formBenefitUnit',
        {
          number: '43705BG0100002',
          municipality: here,
          members: [
            { personId: ada, role: 'CHILD' },
            { personId: ada, role: 'APPLICANT' },
          ],
        },
      ],
    ],
    [
      'a unit of nobody who is registered',
      'NOT_FOUND',
      () => [
        'formBenefitUnit',
        { number: '43705BG0100003', municipality: here, members: [{ personId: 'nobody', role: 'APPLICANT' }] },
      ],
    ],
    [
      'a child of 25 years',
      'INVALID_INPUT',
      () => ['joinBenefitUnit', { benefitUnitId: unit, personId: cem, role: 'CHILD' }],
    ],
    ['benefit of no unit', 'NOT_FOUND', () => ['startBenefit', { benefitUnitId: 'none' }]],
    ['a beginning while benefit goes on', 'BENEFIT_OVERLAPS', () => ['startBenefit', { benefitUnitId: unit }]],
    [
      'an end of benefit that is to come',
      'INVALID_INPUT',
      () => ['endBenefit', { benefitUnitId: unit, endedOn: '2999-12-31', reason: 'WORK' }],
    ],
    [
      'times of receipt that overlap',
      'BENEFIT_OVERLAPS',
      () => ['recordBenefits', { benefitUnitId: unit, benefits: [{ from: '2015-01-01' }, { from: '2021-06-01' }] }],
    ],
    [
      'a unit of a member of another one',
      'MEMBER_OF_ANOTHER_UNIT',
      () => [
        'formBenefitUnit',
        {
          number: '43705BG0100003',
          municipality: here,
          formedOn: '2015-01-01',
          members: [{ personId: ada, role: 'APPLICANT' }],
        },
      ],
    ],
    [
      'a move out of the district',
      'UNKNOWN_MUNICIPALITY',
      () => ['moveBenefitUnit', { benefitUnitId: unit, municipality: '09563000' }],
    ],
    [
      'the leaving of somebody who is no member',
      'NOT_A_MEMBER',
      () => ['leaveBenefitUnit', { benefitUnitId: unit, personId: 'nobody' }],
    ],
  ])('refuses %s: %s', async (_, code, attempt) => {
    const [mutation, input] = attempt();
    expect(await carryOut(subgraph, [miriam, mutation], input)).toBe(code);
  });

  test('is for those who may know one of its members; the others stay unknown to them', async () => {
    await deliverCaseOpened(subgraph, { caseId: 'c-ada', personId: ada, contactId: 'anna' });
    await deliverCaseOpened(subgraph, { caseId: 'c-ben', personId: ben, contactId: 'miriam' });
    const { data, errors } = await entity(anna);
    expect(data).toEqual({ _entities: [{ number, members: [{ person: { givenName: 'Ada' } }, { person: null }] }] });
    expect(errors).toMatchObject([{ code: 'NOT_FOUND', path: '_entities.0.members.1.person' }]);
    expect(await listed(anna)).toEqual([unit]);
    expect([await listed(anna, { number }), await listed(anna, { number: '43705BG0100009' })]).toEqual([[unit], []]);
  });

  test.each([jonas, ...outsiders.map((role) => staffByRole[role])])('is nothing to $id, $role', async (actor) => {
    const code = actor.role === 'CASE_MANAGER' ? 'NOT_FOUND' : 'FORBIDDEN';
    expect(await entity(actor)).toMatchObject({ data: { _entities: [null] }, errors: [{ code }] });
    expect(await subgraph.as(actor).entity({ __typename: 'BenefitUnit', id: 'none' }, '{ number }')).toEqual(
      await subgraph.as(actor).entity({ __typename: 'BenefitUnit', id: unit }, '{ number }'),
    );
    for (const benefitUnitId of [unit, 'none'])
      expect(await carryOut(subgraph, [actor, 'endBenefit'], { benefitUnitId, reason: 'WORK' })).toBe(code);
    expect(await listed(actor)).toEqual(actor.role === 'CASE_MANAGER' ? [] : 'FORBIDDEN');
    expect(await listed(actor, { municipality: there })).toBe('FORBIDDEN');
  });

  test('shows until when a child belongs to it', async () => {
    const dora = await registerAda(subgraph, {
      customerNumber: '437D010004',
      givenName: 'Dora',
      birthDate: '2010-07-01',
    });
    const id = await carryOut(subgraph, [miriam, 'formBenefitUnit'], {
      number: '43705BG0100004',
      municipality: here,
      members: [{ personId: dora, role: 'CHILD' }],
    });
    const { data } = await subgraph
      .as(miriam)
      .run('query ($id: ID!) { benefitUnit(id: $id) { members { childUntil } } }', { id });
    expect(data).toEqual({ benefitUnit: { members: [{ childUntil: '2035-06-30' }] } });
  });
});
