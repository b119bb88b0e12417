import { describe, expect, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { anna, carla, mutate, proposeToAda } from './graph.fixture.ts';
import { employersService } from '../service.ts';

describe('what was recorded by mistake is corrected in the graph', () => {
  test('a wrong HIRED can be withdrawn until the person has begun', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { employerId, vacancyId, proposalId } = await proposeToAda(subgraph);
    const say = (answer: string) =>
      mutate(subgraph, [carla, 'answerProposal'], { proposalId, answer, answeredOn: '2026-02-10' });
    const freePosts = async () =>
      at(
        (await subgraph.as(carla).run('query ($id: ID!) { vacancy(id: $id) { freePosts } }', { id: vacancyId })).data,
        'vacancy.freePosts',
      );
    await say('HIRED');
    expect([await freePosts(), await say('REJECTED_BY_EMPLOYER'), await freePosts()]).toEqual([0, proposalId, 1]);

    await say('HIRED');
    await mutate(subgraph, [anna, 'startPlacement'], {
      personId: 'p-ada',
      employerId,
      vacancyId,
      proposalId,
      kind: 'INSURED_JOB',
      hoursPerWeek: 20,
      startedOn: '2026-03-01',
    });
    expect([
      await say('REJECTED_BY_EMPLOYER'),
      await mutate(subgraph, [anna, 'withdrawProposal'], { proposalId, reason: 'MISTAKE' }),
      await freePosts(),
    ]).toEqual(['PROPOSAL_CLOSED', 'PROPOSAL_CLOSED', 0]);
  });

  test('a placement that never began is withdrawn, and then the proposal it came from', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { employerId, vacancyId, proposalId } = await proposeToAda(subgraph);
    await mutate(subgraph, [carla, 'answerProposal'], { proposalId, answer: 'HIRED', answeredOn: '2026-02-10' });
    const begin = () =>
      mutate(subgraph, [anna, 'startPlacement'], {
        personId: 'p-ada',
        employerId,
        vacancyId,
        proposalId,
        kind: 'INSURED_JOB',
        hoursPerWeek: 20,
        startedOn: '2026-03-01',
      });
    const placementId = await begin();
    expect([
      await begin(),
      await mutate(subgraph, [carla, 'withdrawPlacement'], { placementId, reason: 'NEVER_BEGUN' }),
    ]).toEqual(['ALREADY_PLACED', placementId]);
    const told = (
      await subgraph
        .as(anna)
        .run(
          'query ($id: ID!) { placement(id: $id) { countsAsIntegration continuityDueOn withdrawnBecause } placements(sort: STARTED_LATEST, filter: { running: true }) { edges { cursor } } }',
          { id: placementId },
        )
    ).data;
    expect(told).toEqual({
      placement: { countsAsIntegration: false, continuityDueOn: null, withdrawnBecause: 'NEVER_BEGUN' },
      placements: { edges: [] },
    });
    expect([
      await mutate(subgraph, [anna, 'endPlacement'], { placementId, reason: 'OTHER' }),
      await mutate(subgraph, [carla, 'withdrawProposal'], { proposalId, reason: 'OTHER' }),
    ]).toEqual(['PLACEMENT_WITHDRAWN', proposalId]);
  });
});
