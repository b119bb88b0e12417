import { expect, test } from '@jest/globals';
import { goalIdOf } from '#shared/contracts/goal-of-report.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { casesService } from '../service.ts';

const here = '06431010';
const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [here] };
const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [here] };
const elsewhere: Actor = { id: 'rathaus-fuerth', role: 'TOWN_HALL', municipalities: ['06431007'] };
const provider: Actor = { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' };

test('a goal of a report is told in words to whoever may see its project', async () => {
  await using subgraph = await subgraphUnderTest('cases', casesService);
  const goals = [
    { code: 'TALKS_HELD', target: 40 },
    { code: 'OTHER', target: 3, text: 'clubs that take part' },
  ];
  const input = { municipality: here, title: 'Kurze Wege', caseManagerIds: ['anna'], startedOn: '2026-01-05', goals };
  const { data } = await subgraph
    .as(miriam)
    .run('mutation ($input: StartProjectInput!) { startProject(input: $input) { project { id } } }', { input });
  const projectId = String(at(data, 'startProject.project.id'));
  const wordsFor = async (actor: Actor, [position, code, target]: [number, string, number]): Promise<unknown> => {
    const answer = await subgraph
      .as(actor)
      .entity({ __typename: 'GoalOfReport', id: goalIdOf({ projectId, position, code, target }) }, '{ text }');
    return answer.errors[0]?.code ?? at(answer.data, '_entities.0.text');
  };

  expect([
    await wordsFor(miriam, [1, 'OTHER', 3]),
    await wordsFor(mayor, [1, 'OTHER', 3]),
    await wordsFor(mayor, [0, 'TALKS_HELD', 40]),
  ]).toEqual(['clubs that take part', 'clubs that take part', null]);
  expect([await wordsFor(elsewhere, [1, 'OTHER', 3]), await wordsFor(provider, [1, 'OTHER', 3])]).toEqual([
    'NOT_FOUND',
    'FORBIDDEN',
  ]);
  // The goals are other ones by now, or it is no goal at all.
  expect([await wordsFor(miriam, [1, 'OTHER', 4]), await wordsFor(miriam, [7, 'OTHER', 3])]).toEqual([null, null]);
});
