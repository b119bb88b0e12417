import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { contracts } from '#shared/contracts/contracts.ts';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { insightsService } from './service.ts';
import { fuerth, grossRohrheim } from './event-recorder.fixture.ts';
import { projectEvents } from './project-events.fixture.ts';

const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [grossRohrheim, fuerth] };
const anna: Actor = { id: 'anna', role: 'CASE_MANAGER', municipalities: [grossRohrheim] };
const berta: Actor = { id: 'berta', role: 'CASE_MANAGER', municipalities: [grossRohrheim] };
const jonas: Actor = { id: 'jonas', role: 'CASE_MANAGER', municipalities: [fuerth] };
const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [grossRohrheim] };
const ada: Actor = { id: 'ada', role: 'ANALYST', municipalities: [grossRohrheim] };
const carla: Actor = { id: 'carla', role: 'EMPLOYER_SERVICE', municipalities: [grossRohrheim] };
const provider: Actor = { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' };
const operator: Actor = { id: 'olaf', role: 'OPERATOR', municipalities: [grossRohrheim] };

const period = '(from: "2013-09-01", to: "2014-04-30")';

describe('the insights subgraph', () => {
  let subgraph: SubgraphUnderTest;
  beforeAll(async () => {
    subgraph = await subgraphUnderTest('insights', insightsService);
    for (const { topic, message } of projectEvents()) {
      const contract = contracts.find((each) => each.topic === topic);
      if (contract) await subgraph.deliver(contract, message);
    }
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  const report = async (actor: Actor, fields: string, asked = period) => {
    const { data, errors } = await subgraph
      .as(actor)
      .entity({ __typename: 'Project', id: 'gr' }, `{ report${asked} { ${fields} } }`);
    return { report: at(data, '_entities.0.report'), codes: errors.map(({ code }) => code) };
  };
  const timeline = async (actor: Actor, id = 'c-ada') => {
    const { data, errors } = await subgraph
      .as(actor)
      .entity({ __typename: 'Case', id }, '{ timeline { edges { node { name occurredOn facts { name value } } } } }');
    return {
      entries: (at(data, '_entities.0.timeline.edges') ?? null) as { node: { name: string; facts: object[] } }[] | null,
      codes: errors.map(({ code }) => code),
    };
  };

  test('gives the team exact figures and the events behind them', async () => {
    for (const actor of [miriam, anna]) {
      expect(
        await report(
          actor,
          `exact recipients { count } talksHeld { count byMonth { month count }
            events(first: 2) { edges { node { id name occurredOn case { id } } } pageInfo { hasNextPage } } }`,
        ),
      ).toEqual({
        report: {
          exact: true,
          recipients: { count: 3 },
          talksHeld: {
            count: 3,
            byMonth: [
              ['09', 1],
              ['10', 1],
              ['11', 1],
              ['12', 0],
            ]
              .map(([month, count]) => ({ month: `2013-${month}`, count }))
              .concat([1, 2, 3, 4].map((month) => ({ month: `2014-0${month}`, count: 0 }))),
            events: {
              edges: [
                { node: { id: 'c-ada.2', name: 'interview.held', occurredOn: '2013-09-16', case: { id: 'c-ada' } } },
                { node: { id: 'c-cem.2', name: 'interview.held', occurredOn: '2013-10-07', case: { id: 'c-cem' } } },
              ],
              pageInfo: { hasNextPage: true },
            },
          },
        },
        codes: [],
      });
    }
  });

  test('traces what counts once to its first event in the period', async () => {
    const asked = `
      peopleReached { count events { edges { node { id } } } }
      integrations { events { edges { node { id } } } }
      unitsWithoutBenefit { events { edges { node { id facts { value } } } } }
      recipients { events { edges { node { id } } } }`;
    expect((await report(miriam, asked, '(from: "2013-10-01", to: "2014-04-30")')).report).toEqual({
      peopleReached: { count: 2, events: { edges: [{ node: { id: 'c-ada.3' } }, { node: { id: 'c-cem.2' } }] } },
      integrations: { events: { edges: [{ node: { id: 'pl-1.1' } }] } },
      unitsWithoutBenefit: {
        events: { edges: [{ node: { id: 'u-1.3', facts: [{ value: 'u-1' }, { value: 'WORK' }] } }] },
      },
      recipients: { events: { edges: [{ node: { id: 'u-1.2' } }, { node: { id: 'u-2.5' } }] } },
    });
  });

  test('shows those who need not know each person no figure about one or two, and nothing behind any', async () => {
    for (const actor of [mayor, ada, berta]) {
      expect(
        await report(
          actor,
          `exact talksHeld { count suppressed byMonth { count } } peopleReached { count suppressed }
            placements { count } integrations { count } leadsReported { count }`,
        ),
      ).toEqual({
        report: {
          exact: false,
          talksHeld: {
            count: 3,
            suppressed: false,
            byMonth: [null, null, null, 0, 0, 0, 0, 0].map((count) => ({ count })),
          },
          peopleReached: { count: null, suppressed: true },
          placements: { count: 3 },
          integrations: { count: null },
          leadsReported: { count: 1 },
        },
        codes: [],
      });
      expect(await report(actor, 'talksHeld { events { edges { node { id } } } }')).toEqual({
        report: { talksHeld: { events: null } },
        codes: ['FORBIDDEN'],
      });
      expect((await report(actor, 'to', '(from: "2013-09-01", to: "2013-09-16")')).codes).toEqual(['INVALID_INPUT']);
    }
  });

  test('shows how far each goal has come, to a town hall as protected as the figures', async () => {
    const [code, target] = ['TALKS_HELD', 60];
    const updated = {
      projectId: 'gr',
      municipality: grossRohrheim,
      updatedOn: '2013-09-30',
      changed: ['GOALS'],
      caseManagerIds: ['anna'],
    };
    await subgraph.deliver(caseEvents, {
      subject: 'gr-goals',
      type: 'project.updated',
      data: {
        ...updated,
        goals: [
          { code, target, dueOn: '2014-04-30' },
          { code: 'PEOPLE_REACHED', target: 50 },
          { code: 'OTHER', target: 3 },
        ],
      },
    });
    // An event of former times says nothing of goals.
    await subgraph.deliver(caseEvents, {
      subject: 'gr-goals',
      type: 'project.updated',
      data: { ...updated, changed: ['TITLE'] },
    });
    const goals = (people: number | null) => ({
      goals: [
        { code, target, dueOn: '2014-04-30', reached: { code, count: 3 } },
        { code: 'PEOPLE_REACHED', target: 50, dueOn: null, reached: { code: 'PEOPLE_REACHED', count: people } },
        { code: 'OTHER', target: 3, dueOn: null, reached: null },
      ],
    });
    for (const [actor, people] of [
      [miriam, 2],
      [mayor, null],
    ] as const)
      expect((await report(actor, 'goals { code target dueOn reached { code count } }')).report).toEqual(goals(people));
  });

  test('shows the report to nobody else', async () => {
    for (const actor of [jonas, carla, provider, operator])
      expect(await report(actor, 'talksHeld { count }')).toEqual({ report: null, codes: ['NOT_FOUND'] });
  });

  test('refuses a period that is none', async () => {
    expect(await report(miriam, 'to', '(from: "2014-09-01", to: "2014-04-30")')).toEqual({
      report: null,
      codes: ['INVALID_INPUT'],
    });
    expect(await report(miriam, 'to', '(from: "1990-09-01", to: "2014-04-30")')).toEqual({
      report: null,
      codes: ['INVALID_INPUT'],
    });
  });

  test('lists the reports of a municipality with every figure described', async () => {
    const asked = `{ projectReports(municipality: "${grossRohrheim}", from: "2013-09-01", to: "2014-04-30") {
      project { id } figures { code description count }
    } }`;
    const { data, errors } = await subgraph.as(miriam).run(asked);
    expect(errors).toEqual([]);
    expect(at(data, 'projectReports.0.project.id')).toBe('gr');
    expect(at(data, 'projectReports.0.figures')).toEqual(
      expect.arrayContaining([{ code: 'PLACEMENTS', description: expect.any(String), count: 3 }]),
    );
    expect((await subgraph.as(carla).run(asked)).errors.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });

  test('tells the way of a case by the day, to those who look after the person', async () => {
    for (const actor of [miriam, anna]) {
      const { entries, codes } = await timeline(actor);
      expect([codes, entries?.map(({ node }) => node.name)]).toEqual([
        [],
        [
          'case.opened',
          'interview.held',
          'enrolment.agreed',
          'enrolment.started',
          'interview.held',
          'placement.started',
          'placement.started',
          'placement.continuityConfirmed',
        ],
      ]);
      expect(entries?.[1]?.node.facts).toEqual([
        { name: 'interviewId', value: 'i-ada-2013-09-16' },
        { name: 'place', value: 'TOWN_HALL' },
        { name: 'first', value: 'true' },
      ]);
    }
    for (const actor of [berta, jonas, mayor, ada, carla, provider, operator])
      expect([await timeline(actor), await timeline(actor, 'c-nobody')]).toEqual([
        { entries: null, codes: ['NOT_FOUND'] },
        { entries: null, codes: ['NOT_FOUND'] },
      ]);
  });
});
