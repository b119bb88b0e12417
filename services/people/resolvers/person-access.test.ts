import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { worksWithPersons } from '#shared/care-team.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { roles, type Actor } from '#shared/identity/identity.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { learnsByDisclosure } from '../access.ts';
import {
  here,
  idsOfPage,
  carryOut,
  deliverCaseOpened,
  peopleUnderTest,
  registerAda,
  staff,
  staffByRole,
} from './people.fixture.ts';

const { anna, carla, jonas, kurs, miriam } = staff;
const outsiders = roles.filter((role) => !worksWithPersons({ role }) && !learnsByDisclosure({ role }));

const fields = '{ id givenName contact { phone } birthDate benefitPeriods { from } obstacles severelyDisabled }';
const everything = {
  givenName: 'Ada',
  contact: { phone: '06245 1' },
  birthDate: '1984-05-17',
  benefitPeriods: [],
  obstacles: ['DEBT'],
  severelyDisabled: false,
};
const nothing = {
  givenName: null,
  contact: null,
  birthDate: null,
  benefitPeriods: null,
  obstacles: null,
  severelyDisabled: null,
};
const refusedOutright = {
  data: { _entities: [null] },
  errors: [{ code: 'FORBIDDEN', path: '_entities.0', message: expect.any(String) }],
};

describe('a person who is asked for by another service', () => {
  let subgraph: SubgraphUnderTest;
  let ada = '';
  const entity = (actor: Actor, id = ada) => subgraph.as(actor).entity({ __typename: 'Person', id }, fields);
  const listed = (actor: Actor, filter: object) =>
    idsOfPage(subgraph, actor, {
      list: 'persons',
      query: 'query ($filter: PersonFilter) { persons(filter: $filter) { edges { node { id } } } }',
      variables: { filter },
    });

  beforeAll(async () => {
    subgraph = await peopleUnderTest();
    ada = await registerAda(subgraph);
    await carryOut(subgraph, [miriam, 'updateContact'], { personId: ada, phone: '06245 1' });
    await carryOut(subgraph, [miriam, 'recordObstacles'], { personId: ada, obstacles: ['DEBT'] });
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  test('is seen by case managers of the municipality, all but obstacles, while nobody looks after her', async () => {
    const { data, errors } = await entity(anna);
    expect(data).toEqual({ _entities: [{ id: ada, ...everything, obstacles: null, severelyDisabled: null }] });
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ['FORBIDDEN', '_entities.0.obstacles'],
      ['FORBIDDEN', '_entities.0.severelyDisabled'],
    ]);
    expect(await listed(anna, { withoutOpenCase: true })).toEqual([ada]);
    expect(await listed(anna, { withoutOpenCase: false })).toEqual([]);
    expect(await listed(anna, { obstacle: 'DEBT' })).toEqual([]);
    expect(await listed(miriam, { obstacle: 'DEBT' })).toEqual([ada]);
    expect(await carryOut(subgraph, [anna, 'recordObstacles'], { personId: ada, obstacles: [] })).toBe('CASE_UNKNOWN');
  });

  test('is nobody to the employer service and a provider before she is named to them', async () => {
    expect(await entity(carla)).toEqual(refusedOutright);
    expect(await entity(kurs)).toEqual(refusedOutright);
    expect([await entity(carla, 'nobody'), await entity(kurs, 'nobody')]).toEqual([refusedOutright, refusedOutright]);
  });

  test.each(outsiders.map((role) => staffByRole[role]))(
    '$role does not even learn whether an id is somebody’s',
    async (actor) => {
      expect(await entity(actor)).toEqual(refusedOutright);
      expect(await entity(actor, 'nobody')).toEqual(refusedOutright);
      expect(await listed(actor, {})).toBe('FORBIDDEN');
      expect(await carryOut(subgraph, [actor, 'updateContact'], { personId: 'nobody', phone: '2' })).toBe('FORBIDDEN');
    },
  );

  test('is not found under an unknown id by those who work with people', async () => {
    expect(await entity(anna, 'nobody')).toMatchObject({
      data: { _entities: [null] },
      errors: [{ code: 'NOT_FOUND' }],
    });
    expect(await carryOut(subgraph, [anna, 'updateContact'], { personId: 'nobody', phone: '2' })).toBe('NOT_FOUND');
  });

  test('is seen by the care team, and by no other case manager, once her case is open', async () => {
    await deliverCaseOpened(subgraph, { caseId: 'c-ada', personId: ada, contactId: 'anna' });
    expect(await entity(anna)).toEqual({ data: { _entities: [{ id: ada, ...everything }] }, errors: [] });
    expect([await entity(jonas), (await entity(jonas)).errors]).toEqual([
      await entity(jonas, 'nobody'),
      [expect.objectContaining({ code: 'NOT_FOUND' })],
    ]);
    expect(await listed(jonas, {})).toEqual([]);
    expect(await listed(miriam, { withoutOpenCase: true })).toEqual([]);
    expect(await listed(miriam, { withoutOpenCase: false })).toEqual([ada]);
    expect(await listed(miriam, { municipality: '09563000' })).toBe('UNKNOWN_MUNICIPALITY');
    expect(await carryOut(subgraph, [jonas, 'updateContact'], { personId: ada, phone: '2' })).toBe('NOT_FOUND');
    expect(await carryOut(subgraph, [anna, 'recordObstacles'], { personId: ada, obstacles: ['DEBT'] })).toBe(ada);
  });

  test('shows the employer service name and contact, and no more, once a vacancy was proposed', async () => {
    const proposed = {
      proposalId: 'pr-1',
      vacancyId: 'v-1',
      employerId: 'bakery',
      personId: ada,
      caseId: 'c-ada',
      proposedOn: '2026-03-10',
      withLegalNotice: false,
    };
    await subgraph.deliver(employerEvents, { subject: 'v-1', type: 'proposal.made', data: proposed });
    const { data, errors } = await entity(carla);
    expect(data).toEqual({ _entities: [{ ...nothing, id: ada, givenName: 'Ada', contact: { phone: '06245 1' } }] });
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['FORBIDDEN']));
    expect(await carryOut(subgraph, [carla, 'updateContact'], { personId: ada, phone: '2' })).toBe('FORBIDDEN');
  });

  test('shows the provider her name, and no more, while she has a place', async () => {
    const enrolment = { measureId: 'm-1', enrolmentId: 'e-1', personId: ada, caseId: 'c-ada', instrument: 'P45_MAT' };
    const offered = {
      measureId: 'm-1',
      providerId: 'bildungswerk',
      instrument: 'P45_MAT',
      municipality: here,
      startsOn: '2026-09-01',
      endsOn: '2026-11-30',
      places: 2,
    };
    await subgraph.deliver(measureEvents, { subject: 'm-1', type: 'measure.offered', data: offered });
    await subgraph.deliver(measureEvents, {
      subject: 'm-1',
      type: 'enrolment.agreed',
      data: { ...enrolment, agreedOn: '2026-08-02' },
    });
    expect((await entity(kurs)).data).toEqual({ _entities: [{ ...nothing, id: ada, givenName: 'Ada' }] });
    expect(await entity({ ...kurs, providerId: 'other' })).toEqual(refusedOutright);

    await subgraph.deliver(measureEvents, {
      subject: 'm-1',
      type: 'enrolment.ended',
      data: { ...enrolment, endedOn: '2026-11-30', outcome: 'COMPLETED' },
    });
    expect(await entity(kurs)).toEqual(refusedOutright);
  });
});
