import { describe, expect, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { anna, carla, did, proposedToAda } from './graph.fixture.ts';
import { employersService } from './service.ts';

describe('what was recorded by mistake is corrected in the graph', () => {
  test('a wrong HIRED can be withdrawn until the person has begun', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { employerId, vacancyId, proposalId } = await proposedToAda(subgraph);
    const say = (answer: string) => did(subgraph, [carla, 'answerProposal'], { proposalId, answer, answeredOn: '2026-02-10' });
    const freePosts = async () => at((await subgraph.as(carla).run('query ($id: ID!) { vacancy(id: $id) { freePosts } }', { id: vacancyId })).data, 'vacancy.freePosts');
    await say('HIRED');
    expect([await freePosts(), await say('REJECTED_BY_EMPLOYER'), await freePosts()]).toEqual([0, proposalId, 1]);

    await say('HIRED');
    await did(subgraph, [anna, 'startPlacement'], { personId: 'p-ada', employerId, vacancyId, proposalId, kind: 'INSURED_JOB', hoursPerWeek: 20, startedOn: '2026-03-01' });
    expect([await say('REJECTED_BY_EMPLOYER'), await did(subgraph, [anna, 'withdrawProposal'], { proposalId, reason: 'MISTAKE' }), await freePosts()]).toEqual(['PROPOSAL_CLOSED', 'PROPOSAL_CLOSED', 0]);
  });
});
