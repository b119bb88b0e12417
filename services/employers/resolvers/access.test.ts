import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import {
  anna,
  carla,
  mutate,
  erik,
  jonas,
  kurs,
  lenz,
  mayor,
  miriam,
  olaf,
  proposeToAda,
  addVacancy,
} from './graph.fixture.ts';
import { employersService } from '../service.ts';

const vacancy =
  'query ($id: ID!) { vacancy(id: $id) { title status posts freePosts employer { name contactPerson { name } contacts { id } callAgainOn } proposals { person { id } case { id } } candidates { person { id } score } } }';

describe('who sees what of employers, vacancies and placements', () => {
  let subgraph: SubgraphUnderTest;
  let ids = { employerId: '', vacancyId: '', proposalId: '' };
  let placementId = '';
  let openVacancyId = '';

  beforeAll(async () => {
    subgraph = await subgraphUnderTest('employers', employersService);
    ids = await proposeToAda(subgraph);
    openVacancyId = await addVacancy(subgraph, ids.employerId, { title: 'Gebäudereinigung', posts: 2 });
    await mutate(subgraph, [anna, 'proposePlacement'], {
      vacancyId: openVacancyId,
      personId: 'p-ada',
      withLegalNotice: false,
      proposedOn: '2026-02-01',
    });
    await mutate(subgraph, [carla, 'recordContact'], {
      employerId: ids.employerId,
      channel: 'VISIT',
      outcome: 'CALL_AGAIN',
      contactedOn: '2026-02-02',
      callAgainOn: '2026-03-02',
      note: 'Ask for Rita',
    });
    await mutate(subgraph, [anna, 'answerProposal'], {
      proposalId: ids.proposalId,
      answer: 'HIRED',
      answeredOn: '2026-02-10',
    });
    placementId = await mutate(subgraph, [anna, 'startPlacement'], {
      personId: 'p-ada',
      employerId: ids.employerId,
      vacancyId: ids.vacancyId,
      proposalId: ids.proposalId,
      kind: 'INSURED_JOB',
      hoursPerWeek: 20,
      startedOn: '2026-03-01',
    });
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  /** Everything in the graph that leads to people, asked for by somebody; as text, with what was refused. */
  const everyWay = async (who: Actor): Promise<{ told: string; codes: unknown[] }> => {
    const { run, entity } = subgraph.as(who);
    const placement = '{ id kind person { id } case { id } employer { name } vacancy { title } }';
    const answers = await Promise.all([
      run(vacancy, { id: openVacancyId }),
      run(vacancy, { id: ids.vacancyId }),
      run(
        '{ vacancies { edges { node { title freePosts status proposals { person { id } } candidates { person { id } } employer { name contactPerson { name phone email } contacts { note } } } } } }',
      ),
      run(
        '{ employers { edges { node { name contactPerson { name phone email } contacts { note } callAgainOn vacancies { edges { node { freePosts proposals { person { id } } } } } } } } }',
      ),
      entity(
        { __typename: 'Employer', id: ids.employerId },
        '{ name contactPerson { name } contacts { note } vacancies { edges { node { title proposals { person { id } } } } } }',
      ),
      entity(
        { __typename: 'Vacancy', id: ids.vacancyId },
        '{ title freePosts proposals { person { id } } candidates { score } }',
      ),
      entity({ __typename: 'Person', id: 'p-ada' }, `{ proposals { id person { id } } }`),
      entity({ __typename: 'Person', id: 'p-ada' }, `{ placements ${placement} }`),
      entity({ __typename: 'Person', id: 'p-ada' }, `{ matches { score vacancy { title } person { id } } }`),
      entity({ __typename: 'Case', id: 'c-p-ada' }, `{ proposals { id person { id } } }`),
      entity({ __typename: 'Case', id: 'c-p-ada' }, `{ placements ${placement} }`),
      entity({ __typename: 'Proposal', id: ids.proposalId }, '{ answer person { id } case { id } vacancy { title } }'),
      entity({ __typename: 'Placement', id: placementId }, placement),
    ]);
    return {
      told: answers.map(({ data }) => JSON.stringify(data)).join('\n'),
      codes: [...new Set(answers.flatMap(({ errors }) => errors.map(({ code }) => code)))].sort(),
    };
  };

  test('a town hall learns of no person on any way: neither of ours nor at the firm', async () => {
    const { told, codes } = await everyWay(mayor);
    expect(told).not.toMatch(/p-ada|"score"|INSURED_JOB|HIRED|Rita|rita|06251|2026-03-02/);
    expect(codes).toEqual(['FORBIDDEN', 'NOT_FOUND']);
  });

  test('a town hall sees the open vacancies of its municipality and whose they are, not how many posts are taken', async () => {
    const { data } = await subgraph
      .as(mayor)
      .run('{ vacancies { edges { node { title status posts freePosts employer { name } } } } }');
    expect(at(data, 'vacancies.edges')).toEqual([
      {
        node: {
          title: 'Gebäudereinigung',
          status: 'OPEN',
          posts: 2,
          freePosts: null,
          employer: { name: 'Ried-Reinigung' },
        },
      },
    ]);
    expect(
      (
        await subgraph
          .as({ ...mayor, municipalities: ['06431019'] })
          .run('{ vacancies { edges { cursor } } employers { edges { cursor } } }')
      ).data,
    ).toEqual({ vacancies: { edges: [] }, employers: { edges: [] } });
  });

  test('a town hall neither sorts nor looks for employers by the calls of the job centre', async () => {
    expect((await subgraph.as(mayor).run('{ employers(sort: CALL_AGAIN) { edges { cursor } } }')).errors[0]?.code).toBe(
      'FORBIDDEN',
    );
    expect(
      (await subgraph.as(mayor).run('{ employers(filter: { callAgainBefore: "2026-12-01" }) { edges { cursor } } }'))
        .errors[0]?.code,
    ).toBe('FORBIDDEN');
    expect(
      at(
        (await subgraph.as(carla).run('{ employers(sort: CALL_AGAIN) { edges { node { callAgainOn } } } }')).data,
        'employers.edges',
      ),
    ).toEqual([{ node: { callAgainOn: '2026-03-02' } }]);
  });

  test.each([kurs, olaf, lenz])('$role learns nothing here', async (who) => {
    const { told } = await everyWay(who);
    expect(told).not.toMatch(/p-ada|Ried|Reinigung|Rita/);
    expect((await subgraph.as(who).run('{ leads { edges { cursor } } }')).errors[0]?.code).toBe('FORBIDDEN');
  });

  test.each([anna, miriam, carla])('$id sees proposals and placements of Ada', async (who) => {
    const { data, errors } = await subgraph
      .as(who)
      .entity(
        { __typename: 'Person', id: 'p-ada' },
        '{ proposals { answer vacancy { title } } placements { kind countsAsIntegration employer { name } } }',
      );
    expect([at(data, '_entities.0'), errors]).toEqual([
      {
        proposals: expect.arrayContaining([
          { answer: 'HIRED', vacancy: { title: 'Reinigungskraft' } },
          { answer: null, vacancy: { title: 'Gebäudereinigung' } },
        ]),
        placements: [{ kind: 'INSURED_JOB', countsAsIntegration: true, employer: { name: 'Ried-Reinigung' } }],
      },
      [],
    ]);
  });

  test.each([jonas, erik])('$id sees vacancies without their proposals, and no placement', async (who) => {
    expect(
      at(
        (
          await subgraph
            .as(who)
            .run('query ($id: ID!) { vacancy(id: $id) { title freePosts proposals { id } } }', { id: ids.vacancyId })
        ).data,
        'vacancy',
      ),
    ).toEqual({ title: 'Reinigungskraft', freePosts: 0, proposals: [] });
    expect(
      (await subgraph.as(who).entity({ __typename: 'Placement', id: placementId }, '{ kind }')).errors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await mutate(subgraph, [who, 'confirmContinuity'], { placementId, month: 1 })).toBe('NOT_FOUND');
    expect(await mutate(subgraph, [who, 'answerProposal'], { proposalId: ids.proposalId, answer: 'INTERESTED' })).toBe(
      'NOT_FOUND',
    );
  });
});
