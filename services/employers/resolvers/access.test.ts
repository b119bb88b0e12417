import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { anna, carla, erik, jonas, kurs, lenz, mayor, miriam, olaf, rimbach } from '#tests/support/actors.ts';
import { at } from '#tests/support/at.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import {
  addVacancy,
  employersUnderTest,
  listedField,
  carryOut,
  propose,
  proposeToAda,
  readAt,
  readAda,
  recordAnswer,
  startWork,
} from './graph.fixture.ts';

const vacancy = `query ($id: ID!) {
  vacancy(id: $id) {
    title status posts freePosts
    employer { name contactPerson { name } contacts { id } callAgainOn }
    proposals { person { id } case { id } }
    candidates { person { id } score }
  }
}`;
const vacancies = `{
  vacancies {
    edges {
      node {
        title freePosts status
        proposals { person { id } }
        candidates { person { id } }
        employer { name contactPerson { name phone email } contacts { note } }
      }
    }
  }
}`;
const employers = `{
  employers {
    edges {
      node {
        name contactPerson { name phone email } contacts { note } callAgainOn
        vacancies { edges { node { freePosts proposals { person { id } } } } }
      }
    }
  }
}`;
const employerSelection = `{
  name contactPerson { name } contacts { note }
  vacancies { edges { node { title proposals { person { id } } } } }
}`;

describe('who sees what of employers, vacancies and placements', () => {
  let subgraph: SubgraphUnderTest;
  let ids = { employerId: '', vacancyId: '', proposalId: '' };
  let placementId = '';
  let openVacancyId = '';

  beforeAll(async () => {
    subgraph = await employersUnderTest();
    ids = await proposeToAda(subgraph);
    openVacancyId = await addVacancy(subgraph, ids.employerId, { title: 'Gebäudereinigung', posts: 2 });
    await propose(subgraph, openVacancyId, { to: 'p-ada' });
    await carryOut(subgraph, [carla, 'recordContact'], {
      employerId: ids.employerId,
      channel: 'VISIT',
      outcome: 'CALL_AGAIN',
      contactedOn: '2026-02-02',
      callAgainOn: '2026-03-02',
      note: 'Ask for Rita',
    });
    await recordAnswer(subgraph, ids.proposalId, { by: anna, code: 'HIRED' });
    placementId = await startWork(subgraph, anna, ids);
  });
  afterAll(() => subgraph[Symbol.asyncDispose]());

  /**
   * Asks for everything in the graph that leads to people; returns the answers as one text, and the codes of the
   * refusals.
   */
  const askEverything = async (who: Actor): Promise<{ text: string; codes: unknown[] }> => {
    const { run, entity } = subgraph.as(who);
    const placement = '{ id kind person { id } case { id } employer { name } vacancy { title } }';
    const answers = await Promise.all([
      run(vacancy, { id: openVacancyId }),
      run(vacancy, { id: ids.vacancyId }),
      run(vacancies),
      run(employers),
      entity({ __typename: 'Employer', id: ids.employerId }, employerSelection),
      entity(
        { __typename: 'Vacancy', id: ids.vacancyId },
        '{ title freePosts proposals { person { id } } candidates { score } }',
      ),
      readAda(subgraph, who, `{ proposals { id person { id } } }`),
      readAda(subgraph, who, `{ placements ${placement} }`),
      readAda(subgraph, who, `{ matches { score vacancy { title } person { id } } }`),
      entity({ __typename: 'Case', id: 'c-p-ada' }, `{ proposals { id person { id } } }`),
      entity({ __typename: 'Case', id: 'c-p-ada' }, `{ placements ${placement} }`),
      entity({ __typename: 'Proposal', id: ids.proposalId }, '{ answer person { id } case { id } vacancy { title } }'),
      entity({ __typename: 'Placement', id: placementId }, placement),
    ]);
    return {
      text: answers.map(({ data }) => JSON.stringify(data)).join('\n'),
      codes: [...new Set(answers.flatMap(({ errors }) => errors.map(({ code }) => code)))].sort(),
    };
  };

  test('a town hall learns of no person, whatever it asks: neither a client nor a contact at a firm', async () => {
    const { text, codes } = await askEverything(mayor);
    expect(text).not.toMatch(/p-ada|"score"|INSURED_JOB|HIRED|Rita|rita|06251|2026-03-02/);
    expect(codes).toEqual(['FORBIDDEN', 'NOT_FOUND']);
  });

  test('a town hall sees open vacancies of its municipality and their employers, not how many are hired', async () => {
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
          .as({ ...mayor, municipalities: [rimbach] })
          .run('{ vacancies { edges { cursor } } employers { edges { cursor } } }')
      ).data,
    ).toEqual({ vacancies: { edges: [] }, employers: { edges: [] } });
  });

  test('a town hall neither sorts nor looks for employers by the calls of the job centre', async () => {
    const callAgainOn = (list: string, who: Actor) => listedField(subgraph, list, { of: 'callAgainOn', to: who });
    const sorted = 'employers(sort: CALL_AGAIN)';
    expect(await callAgainOn(sorted, mayor)).toEqual(['FORBIDDEN']);
    const filtered = 'employers(filter: { callAgainBefore: "2026-12-01" })';
    expect(await callAgainOn(filtered, mayor)).toEqual(['FORBIDDEN']);
    expect(await callAgainOn(sorted, carla)).toEqual(['2026-03-02']);
  });

  test.each([kurs, olaf, lenz])('somebody of the role $role learns nothing of the network', async (who) => {
    const { text } = await askEverything(who);
    expect(text).not.toMatch(/p-ada|Ried|Reinigung|Rita/);
    expect((await subgraph.as(who).run('{ leads { edges { cursor } } }')).errors[0]?.code).toBe('FORBIDDEN');
  });

  test.each([anna, miriam, carla])('$id sees proposals and placements of Ada', async (who) => {
    const selection =
      '{ proposals { answer vacancy { title } } placements { kind countsAsIntegration employer { name } } }';
    const { data, errors } = await readAda(subgraph, who, selection);
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
    const query = 'query ($id: ID!) { vacancy(id: $id) { title freePosts proposals { id } } }';
    expect(await readAt(subgraph.as(who).run(query, { id: ids.vacancyId }), 'vacancy')).toEqual({
      title: 'Reinigungskraft',
      freePosts: 0,
      proposals: [],
    });
    expect(
      (await subgraph.as(who).entity({ __typename: 'Placement', id: placementId }, '{ kind }')).errors,
    ).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await carryOut(subgraph, [who, 'confirmContinuity'], { placementId, month: 1 })).toBe('NOT_FOUND');
    expect(
      await carryOut(subgraph, [who, 'answerProposal'], { proposalId: ids.proposalId, answer: 'INTERESTED' }),
    ).toBe('NOT_FOUND');
  });
});
