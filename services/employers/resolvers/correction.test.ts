import { describe, expect, test } from '@jest/globals';
import { anna, carla } from '#tests/support/actors.ts';
import { employersUnderTest, carryOut, proposeToAda, readAt, recordAnswer, startWork } from './graph.fixture.ts';

describe('what was recorded by mistake is corrected in the graph', () => {
  test('a wrong HIRED can be withdrawn until the person has begun', async () => {
    await using subgraph = await employersUnderTest();
    const { employerId, vacancyId, proposalId } = await proposeToAda(subgraph);
    const record = (code: string) => recordAnswer(subgraph, proposalId, { code });
    const query = 'query ($id: ID!) { vacancy(id: $id) { freePosts } }';
    const freePosts = () => readAt(subgraph.as(carla).run(query, { id: vacancyId }), 'vacancy.freePosts');
    await record('HIRED');
    expect([await freePosts(), await record('REJECTED_BY_EMPLOYER'), await freePosts()]).toEqual([0, proposalId, 1]);

    await record('HIRED');
    await startWork(subgraph, anna, { employerId, vacancyId, proposalId });
    expect([
      await record('REJECTED_BY_EMPLOYER'),
      await carryOut(subgraph, [anna, 'withdrawProposal'], { proposalId, reason: 'MISTAKE' }),
      await freePosts(),
    ]).toEqual(['PROPOSAL_CLOSED', 'PROPOSAL_CLOSED', 0]);
  });

  test('a placement that never began is withdrawn, and then the proposal it came from', async () => {
    await using subgraph = await employersUnderTest();
    const { employerId, vacancyId, proposalId } = await proposeToAda(subgraph);
    await recordAnswer(subgraph, proposalId, { code: 'HIRED' });
    const begin = () => startWork(subgraph, anna, { employerId, vacancyId, proposalId });
    const placementId = await begin();
    expect([
      await begin(),
      await carryOut(subgraph, [carla, 'withdrawPlacement'], { placementId, reason: 'NEVER_BEGUN' }),
    ]).toEqual(['ALREADY_PLACED', placementId]);
    const { data } = await subgraph.as(anna).run(
      `query ($id: ID!) {
        placement(id: $id) { countsAsIntegration continuityDueOn withdrawnBecause }
        placements(sort: STARTED_LATEST, filter: { running: true }) { edges { cursor } }
      }`,
      { id: placementId },
    );
    expect(data).toEqual({
      placement: { countsAsIntegration: false, continuityDueOn: null, withdrawnBecause: 'NEVER_BEGUN' },
      placements: { edges: [] },
    });
    expect([
      await carryOut(subgraph, [anna, 'endPlacement'], { placementId, reason: 'OTHER' }),
      await carryOut(subgraph, [carla, 'withdrawProposal'], { proposalId, reason: 'OTHER' }),
    ]).toEqual(['PLACEMENT_WITHDRAWN', proposalId]);
  });
});
