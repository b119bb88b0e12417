import { describe, expect, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { anna, carla, mutate, openCaseOf, proposeToAda, addEmployer, addVacancy } from './graph.fixture.ts';
import { employersService } from '../service.ts';

describe('closing a vacancy in the graph', () => {
  test('a closed vacancy ends its open proposals, and the case manager sees why', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { vacancyId, proposalId } = await proposeToAda(subgraph);
    await openCaseOf(subgraph, 'p-ben');
    const hiredId = await mutate(subgraph, [anna, 'proposePlacement'], {
      vacancyId,
      personId: 'p-ben',
      withLegalNotice: false,
      proposedOn: '2026-02-01',
    });
    await mutate(subgraph, [carla, 'answerProposal'], {
      proposalId: hiredId,
      answer: 'HIRED',
      answeredOn: '2026-02-10',
    });
    expect(
      await mutate(subgraph, [carla, 'closeVacancy'], { vacancyId, reason: 'FILLED', closedOn: '2026-02-11' }),
    ).toBe(vacancyId);
    const seen = async (personId: string) =>
      at(
        (
          await subgraph
            .as(anna)
            .entity({ __typename: 'Person', id: personId }, '{ proposals { answer withdrawnBecause withdrawnOn } }')
        ).data,
        '_entities.0.proposals.0',
      );
    expect(await seen('p-ada')).toEqual({
      answer: null,
      withdrawnBecause: 'VACANCY_CLOSED',
      withdrawnOn: '2026-02-11',
    });
    expect(await seen('p-ben')).toEqual({ answer: 'HIRED', withdrawnBecause: null, withdrawnOn: null });
    expect((await subgraph.said()).filter(({ type }) => type === 'proposal.withdrawn')).toMatchObject([
      { subject: vacancyId, data: { proposalId, personId: 'p-ada', caseId: 'c-p-ada', reason: 'VACANCY_CLOSED' } },
    ]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])(
    'whatever happens to its proposals while a vacancy is closed, none stays open and no outcome is lost (the closing comes as number %i)',
    async (place) => {
      await using subgraph = await subgraphUnderTest('employers', employersService);
      const vacancyId = await addVacancy(subgraph, await addEmployer(subgraph), { posts: 9 });
      for (const personId of ['p-1', 'p-2', 'p-3', 'p-4', 'p-5', 'p-6']) await openCaseOf(subgraph, personId);
      const propose = (personId: string) =>
        mutate(subgraph, [anna, 'proposePlacement'], {
          vacancyId,
          personId,
          withLegalNotice: false,
          proposedOn: '2026-02-01',
        });
      const [one, two, three] = [await propose('p-1'), await propose('p-2'), await propose('p-3')];
      const say = (proposalId: string, answer: string) =>
        mutate(subgraph, [carla, 'answerProposal'], { proposalId, answer, answeredOn: '2026-02-10' });
      const steps = [
        () => propose('p-4'),
        () => say(one, 'HIRED'),
        () => say(two, 'REJECTED_BY_PERSON'),
        () => propose('p-5'),
        () => say(three, 'INTERESTED'),
        () => propose('p-6'),
      ];
      const told = await Promise.all(
        steps
          .toSpliced(place, 0, () => mutate(subgraph, [carla, 'closeVacancy'], { vacancyId, reason: 'EXPIRED' }))
          .map((step) => step()),
      );

      const { data } = await subgraph
        .as(anna)
        .run('query ($id: ID!) { vacancy(id: $id) { proposals { id answer withdrawnBecause } } }', { id: vacancyId });
      const proposals = at(data, 'vacancy.proposals') as {
        id: string;
        answer: string | null;
        withdrawnBecause: string | null;
      }[];
      expect(
        proposals.filter(
          ({ answer, withdrawnBecause }) =>
            withdrawnBecause === null && answer !== 'HIRED' && answer !== 'REJECTED_BY_PERSON',
        ),
      ).toEqual([]);
      expect(proposals).toContainEqual({ id: one, answer: 'HIRED', withdrawnBecause: null });
      if (told.includes(two))
        expect(proposals).toContainEqual({ id: two, answer: 'REJECTED_BY_PERSON', withdrawnBecause: null });
    },
  );
});
