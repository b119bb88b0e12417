import { describe, expect, test } from '@jest/globals';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest } from '#tests/support/subgraph.ts';
import { einhausen, rimbach } from '../employers.fixture.ts';
import { anna, carla, mutate, dora, erik, mayor, proposeToAda, addEmployer } from './graph.fixture.ts';
import { employersService } from '../service.ts';

describe('leads in the graph', () => {
  test('a lead tells its reporter whether it led to work, and not for whom', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { vacancyId, employerId, proposalId } = await proposeToAda(subgraph);
    const leadId = await mutate(subgraph, [mayor, 'reportLead'], {
      municipality: einhausen,
      company: 'Ried-Reinigung',
      kind: 'EXPANSION',
      reportedOn: '2026-01-12',
    });
    const other = await addEmployer(subgraph, { name: 'Andere' });
    expect(
      await mutate(subgraph, [mayor, 'reportLead'], { municipality: rimbach, company: 'Ried', kind: 'OTHER' }),
    ).toBe('FORBIDDEN');
    expect(await mutate(subgraph, [erik, 'answerLead'], { leadId, answer: 'NO_NEED_NOW' })).toBe('NOT_FOUND');
    expect(
      await mutate(subgraph, [carla, 'answerLead'], { leadId, answer: 'BECAME_VACANCY', vacancyId, employerId: other }),
    ).toBe('INVALID_INPUT');
    expect(
      await mutate(subgraph, [carla, 'answerLead'], {
        leadId,
        answer: 'BECAME_VACANCY',
        vacancyId,
        employerId,
        answeredOn: '2026-02-01',
      }),
    ).toBe(leadId);
    const seen = async () =>
      at(
        (await subgraph.as(mayor).run('{ leads { edges { node { status vacancyTitle ledToPlacement } } } }')).data,
        'leads.edges.0.node',
      );
    expect(await seen()).toEqual({ status: 'ANSWERED', vacancyTitle: 'Reinigungskraft', ledToPlacement: false });
    await mutate(subgraph, [anna, 'answerProposal'], { proposalId, answer: 'HIRED', answeredOn: '2026-02-10' });
    expect(await seen()).toEqual({ status: 'ANSWERED', vacancyTitle: 'Reinigungskraft', ledToPlacement: true });
  });

  test('a lead is taken up by one of the employer service, and every list shows how far it has come', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const report = (company: string) =>
      mutate(subgraph, [mayor, 'reportLead'], {
        municipality: einhausen,
        company,
        kind: 'OTHER',
        reportedOn: '2026-01-12',
      });
    const [waits, taken, answered] = [await report('Waits'), await report('Taken'), await report('Answered')];
    const told = await Promise.all(
      [carla, dora].map((who) => mutate(subgraph, [who, 'takeUpLead'], { leadId: taken })),
    );
    expect(told.toSorted()).toEqual([taken, 'LEAD_TAKEN_UP'].toSorted());
    expect([
      await mutate(subgraph, [dora, 'takeUpLead'], { leadId: taken, takeOver: true }),
      await mutate(subgraph, [mayor, 'takeUpLead'], { leadId: waits }),
      await mutate(subgraph, [erik, 'takeUpLead'], { leadId: waits }),
    ]).toEqual([taken, 'FORBIDDEN', 'NOT_FOUND']);
    await mutate(subgraph, [carla, 'answerLead'], { leadId: answered, answer: 'NO_NEED_NOW' });
    const companies = async (filter: string) =>
      (
        at(
          (await subgraph.as(mayor).run(`{ leads(filter: { ${filter} }) { edges { node { company status } } } }`)).data,
          'leads.edges',
        ) as { node: { company: string } }[]
      )
        .map(({ node }) => node.company)
        .sort();
    expect(
      await Promise.all(
        ['status: REPORTED', 'status: TAKEN_UP', 'status: ANSWERED', 'answered: false', 'takenUpBy: "dora"'].map(
          companies,
        ),
      ),
    ).toEqual([['Waits'], ['Taken'], ['Answered'], ['Taken', 'Waits'], ['Taken']]);
  });
});
