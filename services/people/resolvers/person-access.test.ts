import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { anna, carla, mutate, here, jonas, kurs, lenz, mayor, miriam, olaf, registerAda } from './people.fixture.ts';
import { peopleService } from '../service.ts';

const asked = '{ id givenName contact { phone } birthDate benefitPeriods { from } obstacles severelyDisabled }';
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

describe('a person reached through another service', () => {
  let subgraph: SubgraphUnderTest;
  let ada = '';
  const entity = (actor: Actor, id = ada) => subgraph.as(actor).entity({ __typename: 'Person', id }, asked);
  const found = async (actor: Actor, filter: object) => {
    const { data, errors } = await subgraph
      .as(actor)
      .run('query ($filter: PersonFilter) { persons(filter: $filter) { edges { node { id } } } }', { filter });
    return (
      errors[0]?.code ??
      (data as { persons: { edges: { node: { id: string } }[] } }).persons.edges.map(({ node }) => node.id)
    );
  };

  beforeAll(async () => {
    subgraph = await subgraphUnderTest('people', peopleService);
    ada = await registerAda(subgraph);
    await mutate(subgraph, [miriam, 'updateContact'], { personId: ada, phone: '06245 1' });
    await mutate(subgraph, [miriam, 'recordObstacles'], { personId: ada, obstacles: ['DEBT'] });
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  test('before anybody looks after her: case managers of the municipality see all but obstacles, and do not find her by them', async () => {
    const { data, errors } = await entity(anna);
    expect(data).toEqual({ _entities: [{ id: ada, ...everything, obstacles: null, severelyDisabled: null }] });
    expect(errors.map(({ code, path }) => [code, path])).toEqual([
      ['FORBIDDEN', '_entities.0.obstacles'],
      ['FORBIDDEN', '_entities.0.severelyDisabled'],
    ]);
    expect(await found(anna, { withoutOpenCase: true })).toEqual([ada]);
    expect(await found(anna, { withoutOpenCase: false })).toEqual([]);
    expect(await found(anna, { obstacle: 'DEBT' })).toEqual([]);
    expect(await found(miriam, { obstacle: 'DEBT' })).toEqual([ada]);
    expect(await mutate(subgraph, [anna, 'recordObstacles'], { personId: ada, obstacles: [] })).toBe('CASE_UNKNOWN');
  });

  test('the employer service and a provider see nothing yet', async () => {
    expect(await entity(carla)).toEqual(refusedOutright);
    expect(await entity(kurs)).toEqual(refusedOutright);
    expect([await entity(carla, 'nobody'), await entity(kurs, 'nobody')]).toEqual([refusedOutright, refusedOutright]);
  });

  test.each([mayor, olaf, lenz])('$role learns not even whether an id is somebody’s', async (actor) => {
    expect(await entity(actor)).toEqual(refusedOutright);
    expect(await entity(actor, 'nobody')).toEqual(refusedOutright);
    expect(await found(actor, {})).toBe('FORBIDDEN');
    expect(await mutate(subgraph, [actor, 'updateContact'], { personId: 'nobody', phone: '2' })).toBe('FORBIDDEN');
  });

  test('nobody is not found by who works with people', async () => {
    expect(await entity(anna, 'nobody')).toMatchObject({
      data: { _entities: [null] },
      errors: [{ code: 'NOT_FOUND' }],
    });
    expect(await mutate(subgraph, [anna, 'updateContact'], { personId: 'nobody', phone: '2' })).toBe('NOT_FOUND');
  });

  test('once her case is open: the care team sees everything, other case managers nothing', async () => {
    const opened = {
      caseId: 'c-ada',
      personId: ada,
      projectId: 'gr',
      municipality: here,
      contactId: 'anna',
      careTeam: ['anna'],
      openedOn: '2026-03-01',
    };
    await subgraph.deliver(caseEvents, { subject: 'c-ada', type: 'case.opened', data: opened });
    expect(await entity(anna)).toEqual({ data: { _entities: [{ id: ada, ...everything }] }, errors: [] });
    expect([await entity(jonas), (await entity(jonas)).errors]).toEqual([
      await entity(jonas, 'nobody'),
      [expect.objectContaining({ code: 'NOT_FOUND' })],
    ]);
    expect(await found(jonas, {})).toEqual([]);
    expect(await found(miriam, { withoutOpenCase: true })).toEqual([]);
    expect(await found(miriam, { withoutOpenCase: false })).toEqual([ada]);
    expect(await found(miriam, { municipality: '09563000' })).toBe('UNKNOWN_MUNICIPALITY');
    expect(await mutate(subgraph, [jonas, 'updateContact'], { personId: ada, phone: '2' })).toBe('NOT_FOUND');
    expect(await mutate(subgraph, [anna, 'recordObstacles'], { personId: ada, obstacles: ['DEBT'] })).toBe(ada);
  });

  test('once a vacancy was proposed: the employer service sees name and contact, and no more', async () => {
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
    expect(await mutate(subgraph, [carla, 'updateContact'], { personId: ada, phone: '2' })).toBe('FORBIDDEN');
  });

  test('while she has a place: the provider sees her name, and no more', async () => {
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
