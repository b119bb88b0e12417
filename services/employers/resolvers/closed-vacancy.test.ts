import { describe, expect, test } from '@jest/globals';
import { anna, carla } from '#tests/support/actors.ts';
import {
  addEmployer,
  addVacancy,
  employersUnderTest,
  carryOut,
  openCaseOf,
  propose,
  proposeToAda,
  readAt,
  recordAnswer,
} from './graph.fixture.ts';

type ProposalRead = { id: string; answer: string | null; withdrawnBecause: string | null };

describe('closing a vacancy in the graph', () => {
  test('a closed vacancy ends its open proposals, and the case manager sees why', async () => {
    await using subgraph = await employersUnderTest();
    const { vacancyId, proposalId } = await proposeToAda(subgraph);
    await openCaseOf(subgraph, 'p-ben');
    const hiredId = await propose(subgraph, vacancyId, { to: 'p-ben' });
    await recordAnswer(subgraph, hiredId, { code: 'HIRED' });
    const closing = { vacancyId, reason: 'FILLED', closedOn: '2026-02-11' };
    expect(await carryOut(subgraph, [carla, 'closeVacancy'], closing)).toBe(vacancyId);
    const proposalTo = (id: string) => {
      const selection = '{ proposals { answer withdrawnBecause withdrawnOn } }';
      return readAt(subgraph.as(anna).entity({ __typename: 'Person', id }, selection), '_entities.0.proposals.0');
    };
    expect(await proposalTo('p-ada')).toEqual({
      answer: null,
      withdrawnBecause: 'VACANCY_CLOSED',
      withdrawnOn: '2026-02-11',
    });
    expect(await proposalTo('p-ben')).toEqual({ answer: 'HIRED', withdrawnBecause: null, withdrawnOn: null });
    expect((await subgraph.said()).filter(({ type }) => type === 'proposal.withdrawn')).toMatchObject([
      { subject: vacancyId, data: { proposalId, personId: 'p-ada', caseId: 'c-p-ada', reason: 'VACANCY_CLOSED' } },
    ]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])(
    'no proposal stays open and no outcome is lost when a vacancy is closed as step %i of many at once',
    async (place) => {
      await using subgraph = await employersUnderTest();
      const vacancyId = await addVacancy(subgraph, await addEmployer(subgraph), { posts: 9 });
      for (const personId of ['p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6']) await openCaseOf(subgraph, personId);
      const proposeTo = (to: string) => propose(subgraph, vacancyId, { to });
      const hiredId = await proposeTo('p-1');
      const rejectedId = await proposeTo('p-2');
      const interestedId = await proposeTo('p-3');
      const steps = [
        () => proposeTo('p-4'),
        () => recordAnswer(subgraph, hiredId, { code: 'HIRED' }),
        () => recordAnswer(subgraph, rejectedId, { code: 'REJECTED_BY_PERSON' }),
        () => proposeTo('p-5'),
        () => recordAnswer(subgraph, interestedId, { code: 'INTERESTED' }),
        () => proposeTo('p-6'),
      ];
      const close = () => carryOut(subgraph, [carla, 'closeVacancy'], { vacancyId, reason: 'EXPIRED' });
      const results = await Promise.all(steps.toSpliced(place, 0, close).map((step) => step()));

      const query = 'query ($id: ID!) { vacancy(id: $id) { proposals { id answer withdrawnBecause } } }';
      // The fields that the query asks for.
      const proposals = (await readAt(
        subgraph.as(anna).run(query, { id: vacancyId }),
        'vacancy.proposals',
      )) as ProposalRead[];
      expect(
        proposals.filter(
          ({ answer, withdrawnBecause }) =>
            withdrawnBecause === null && answer !== 'HIRED' && answer !== 'REJECTED_BY_PERSON',
        ),
      ).toEqual([]);
      expect(proposals).toContainEqual({ id: hiredId, answer: 'HIRED', withdrawnBecause: null });
      if (results.includes(rejectedId))
        expect(proposals).toContainEqual({ id: rejectedId, answer: 'REJECTED_BY_PERSON', withdrawnBecause: null });
    },
  );
});
