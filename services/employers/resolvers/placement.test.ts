import { describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { anna, carla, einhausen, erik, jonas, mayor, miriam, rimbach } from '#tests/support/actors.ts';
import { at } from '#tests/support/at.ts';
import {
  addEmployer,
  employersPerTest,
  carryOut,
  openCaseOf,
  proposeToAda,
  readAt,
  recordAnswer,
  startWork,
} from './graph.fixture.ts';

describe('placements in the graph', () => {
  const subgraph = employersPerTest();
  const begin = (by: Actor, input: Record<string, unknown>) => startWork(subgraph(), by, input);

  const listed = async (who: Actor, list: string): Promise<unknown> => {
    const { data, errors } = await subgraph()
      .as(who)
      .run(`{ list: ${list} { edges { node { person { id } continuityDueOn } } } }`);
    if (errors[0]) return errors[0].code;
    // The fields that the query asks for.
    const edges = at(data, 'list.edges') as { node: { person: { id: string }; continuityDueOn: string } }[];
    return edges.map(({ node }) => [node.person.id, node.continuityDueOn]);
  };

  test('a person begins at an employer once, however many say so at once, and again when it is over', async () => {
    await openCaseOf(subgraph(), 'p-ada');
    const employerId = await addEmployer(subgraph());
    const results = await Promise.all([anna, miriam, anna, miriam].map((who) => begin(who, { employerId })));
    expect(results.filter((code) => code === 'ALREADY_PLACED')).toHaveLength(3);
    const placementId = results.find((code) => code !== 'ALREADY_PLACED');
    expect(await begin(anna, { employerId: await addEmployer(subgraph(), { name: 'Zweite' }) })).toMatch(/-/);
    await carryOut(subgraph(), [carla, 'endPlacement'], {
      placementId,
      reason: 'TEMPORARY_CONTRACT',
      endedOn: '2026-04-30',
    });
    expect(await begin(anna, { employerId, startedOn: '2026-06-01' })).toMatch(/-/);
  });

  test('a start repeated with its key is the same start', async () => {
    await openCaseOf(subgraph(), 'p-ada');
    const input = { employerId: await addEmployer(subgraph()), idempotencyKey: 'k' };
    expect(await begin(anna, input)).toBe(await begin(anna, input));
  });

  test('the employer service begins work that a proposal led to, and nobody else does', async () => {
    const { employerId, vacancyId, proposalId } = await proposeToAda(subgraph());
    expect(await begin(carla, { employerId })).toBe('FORBIDDEN');
    expect(await begin(carla, { employerId, vacancyId, proposalId })).toBe('NOT_HIRED');
    await recordAnswer(subgraph(), proposalId, { code: 'HIRED' });
    expect([
      await begin(erik, { employerId, vacancyId, proposalId }),
      await begin(jonas, { employerId }),
      await begin(mayor, { employerId }),
    ]).toEqual(['CASE_UNKNOWN', 'CASE_UNKNOWN', 'FORBIDDEN']);
    expect(await begin(carla, { employerId, vacancyId, proposalId })).toMatch(/-/);
  });

  test('a fact that tells of health or a disability is for the care team, not for the employer service', async () => {
    await openCaseOf(subgraph(), 'p-ada');
    const placementId = await begin(anna, {
      employerId: await addEmployer(subgraph()),
      subsidisedBy: ['P44_VB', 'P90_EGZ_SB'],
    });
    await carryOut(subgraph(), [anna, 'endPlacement'], { placementId, reason: 'ILLNESS', endedOn: '2026-03-20' });
    const query = 'query ($id: ID!) { placement(id: $id) { subsidisedBy endedBecause } }';
    const placementFor = (who: Actor) => readAt(subgraph().as(who).run(query, { id: placementId }), 'placement');
    const all = { subsidisedBy: ['P44_VB', 'P90_EGZ_SB'], endedBecause: 'ILLNESS' };
    expect(await Promise.all([anna, miriam, carla].map(placementFor))).toEqual([
      all,
      all,
      { subsidisedBy: ['P44_VB'], endedBecause: 'OTHER' },
    ]);
  });

  test('the placements to ask about next are listed, the earliest first, to those who follow them up', async () => {
    const employerId = await addEmployer(subgraph());
    for (const [personId, startedOn] of [
      ['p-ada', '2026-03-01'],
      ['p-ben', '2026-01-15'],
      ['p-cem', '2026-02-01'],
      ['p-dan', '2026-02-10'],
    ] as const) {
      await openCaseOf(subgraph(), personId);
      const placementId = await begin(anna, { personId, employerId, startedOn });
      if (personId === 'p-ben')
        await carryOut(subgraph(), [carla, 'confirmContinuity'], { placementId, month: 1, confirmedOn: '2026-02-20' });
      if (personId === 'p-dan')
        await carryOut(subgraph(), [carla, 'endPlacement'], {
          placementId,
          reason: 'BY_PERSON',
          endedOn: '2026-02-20',
        });
    }
    const due = [
      ['p-cem', '2026-03-01'],
      ['p-ben', '2026-03-15'],
      ['p-ada', '2026-04-01'],
    ];
    expect(await Promise.all([anna, miriam, carla].map((who) => listed(who, 'placements')))).toEqual([due, due, due]);
    expect(await Promise.all([jonas, erik].map((who) => listed(who, 'placements')))).toEqual([[], []]);
    expect(await listed(mayor, 'placements')).toBe('FORBIDDEN');
    expect(await listed(carla, 'placements(filter: { continuityDueBy: "2026-03-15" })')).toEqual(due.slice(0, 2));
    expect(
      await listed(carla, 'placements(filter: { continuityDueFrom: "2026-03-02", municipality: "06431006" })'),
    ).toEqual(due.slice(1));
    expect(await listed(carla, 'placements(sort: STARTED_LATEST, filter: { running: false })')).toEqual([
      ['p-dan', null],
    ]);
  });

  test('a list of placements is paged without a gap', async () => {
    const employerId = await addEmployer(subgraph());
    for (const personId of ['p-1', 'p-2', 'p-3']) {
      await openCaseOf(subgraph(), personId);
      await begin(anna, { personId, employerId });
    }
    const page = (after: unknown) =>
      readAt(
        subgraph()
          .as(carla)
          .run(
            `query ($after: String) {
              placements(first: 2, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
            }`,
            { after },
          ),
        'placements',
      );
    const first = await page(null);
    const second = await page(at(first, 'pageInfo.endCursor'));
    expect([
      at(first, 'edges.length'),
      at(first, 'pageInfo.hasNextPage'),
      at(second, 'edges.length'),
      at(second, 'pageInfo.hasNextPage'),
    ]).toEqual([2, true, 1, false]);
  });

  test('a person who moved is followed up where somebody looks after them now', async () => {
    await openCaseOf(subgraph(), 'p-ada');
    await begin(anna, { employerId: await addEmployer(subgraph()) });
    const ofCase = { personId: 'p-ada', projectId: 'eh' };
    await subgraph().deliver(caseEvents, {
      subject: 'c-p-ada',
      type: 'case.closed',
      data: { ...ofCase, caseId: 'c-p-ada', municipality: einhausen, closedOn: '2026-03-10', reason: 'MOVED_AWAY' },
    });
    expect([await listed(anna, 'placements'), await listed(carla, 'placements')]).toEqual([
      [['p-ada', '2026-04-01']],
      [['p-ada', '2026-04-01']],
    ]);
    await subgraph().deliver(caseEvents, {
      subject: 'c-new',
      type: 'case.opened',
      data: {
        ...ofCase,
        caseId: 'c-new',
        municipality: rimbach,
        contactId: 'jonas',
        careTeam: ['jonas'],
        openedOn: '2026-03-20',
      },
    });
    expect(
      await Promise.all(
        [anna, carla, erik, { ...jonas, municipalities: [rimbach] }].map((who) => listed(who, 'placements')),
      ),
    ).toEqual([[], [], [['p-ada', '2026-04-01']], [['p-ada', '2026-04-01']]]);
  });
});
