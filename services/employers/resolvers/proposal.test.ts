import { describe, expect, test } from '@jest/globals';
import type { Actor } from '#shared/identity/identity.ts';
import { anna, carla, jonas, mayor, miriam } from '#tests/support/actors.ts';
import { addEmployer, addVacancy, employersPerTest, openCaseOf, propose, recordAnswer } from './graph.fixture.ts';

describe('proposals in the graph', () => {
  const subgraph = employersPerTest();

  test('a vacancy is proposed by those who look after the person, and by nobody else', async () => {
    const vacancyId = await addVacancy(subgraph(), await addEmployer(subgraph()));
    await openCaseOf(subgraph(), 'p-ada');
    const proposalBy = (by: Actor, to = 'p-ada') => propose(subgraph(), vacancyId, { to, by });
    expect([
      await proposalBy(jonas),
      await proposalBy(mayor),
      await proposalBy(carla),
      await proposalBy(anna, 'p-nobody'),
    ]).toEqual(['CASE_UNKNOWN', 'FORBIDDEN', 'FORBIDDEN', 'CASE_UNKNOWN']);
    const proposalId = await proposalBy(miriam);
    expect([proposalId, await proposalBy(anna)]).toEqual([expect.stringMatching(/-/), proposalId]);
  });

  test('the last post is given once, however many are hired at once', async () => {
    const vacancyId = await addVacancy(subgraph(), await addEmployer(subgraph()));
    const people = Array.from({ length: 10 }, (_, number) => `p-${number}`);
    const proposalIds: string[] = [];
    for (const personId of people) {
      await openCaseOf(subgraph(), personId);
      proposalIds.push(await propose(subgraph(), vacancyId, { to: personId }));
    }
    const results = await Promise.all(
      proposalIds.map((proposalId) => recordAnswer(subgraph(), proposalId, { code: 'HIRED' })),
    );
    expect(results.filter((code) => code === 'VACANCY_FILLED')).toHaveLength(9);
    expect((await subgraph().said()).filter(({ type }) => type === 'proposal.answered')).toHaveLength(1);
  });
});
