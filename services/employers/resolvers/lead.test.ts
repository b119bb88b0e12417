import { describe, expect, test } from '@jest/globals';
import { anna, carla, dora, erik, mayor, rimbach } from '#tests/support/actors.ts';
import {
  addEmployer,
  addLead,
  employersUnderTest,
  listedField,
  carryOut,
  proposeToAda,
  readAt,
  recordAnswer,
} from './graph.fixture.ts';

describe('leads in the graph', () => {
  test('a lead tells its reporter whether it led to work, and not for whom', async () => {
    await using subgraph = await employersUnderTest();
    const { vacancyId, employerId, proposalId } = await proposeToAda(subgraph);
    const leadId = await addLead(subgraph, mayor, { company: 'Ried-Reinigung', kind: 'EXPANSION' });
    const otherEmployerId = await addEmployer(subgraph, { name: 'Andere' });
    const inRimbach = { municipality: rimbach, company: 'Ried', kind: 'OTHER' };
    expect(await addLead(subgraph, mayor, inRimbach)).toBe('FORBIDDEN');
    expect(await carryOut(subgraph, [erik, 'answerLead'], { leadId, answer: 'NO_NEED_NOW' })).toBe('NOT_FOUND');
    expect(
      await carryOut(subgraph, [carla, 'answerLead'], {
        leadId,
        answer: 'BECAME_VACANCY',
        vacancyId,
        employerId: otherEmployerId,
      }),
    ).toBe('INVALID_INPUT');
    expect(
      await carryOut(subgraph, [carla, 'answerLead'], {
        leadId,
        answer: 'BECAME_VACANCY',
        vacancyId,
        employerId,
        answeredOn: '2026-02-01',
      }),
    ).toBe(leadId);
    const query = '{ leads { edges { node { status vacancyTitle ledToPlacement } } } }';
    const readByMayor = () => readAt(subgraph.as(mayor).run(query), 'leads.edges.0.node');
    expect(await readByMayor()).toEqual({ status: 'ANSWERED', vacancyTitle: 'Reinigungskraft', ledToPlacement: false });
    await recordAnswer(subgraph, proposalId, { by: anna, code: 'HIRED' });
    expect(await readByMayor()).toEqual({ status: 'ANSWERED', vacancyTitle: 'Reinigungskraft', ledToPlacement: true });
  });

  test('a lead is taken up by one user of the employer service, and every list shows how far it has come', async () => {
    await using subgraph = await employersUnderTest();
    const report = (company: string) => addLead(subgraph, mayor, { company, kind: 'OTHER' });
    const [waits, taken, answered] = [await report('Waits'), await report('Taken'), await report('Answered')];
    const results = await Promise.all(
      [carla, dora].map((who) => carryOut(subgraph, [who, 'takeUpLead'], { leadId: taken })),
    );
    expect(results.toSorted()).toEqual([taken, 'LEAD_TAKEN_UP'].toSorted());
    expect([
      await carryOut(subgraph, [dora, 'takeUpLead'], { leadId: taken, takeOver: true }),
      await carryOut(subgraph, [mayor, 'takeUpLead'], { leadId: waits }),
      await carryOut(subgraph, [erik, 'takeUpLead'], { leadId: waits }),
    ]).toEqual([taken, 'FORBIDDEN', 'NOT_FOUND']);
    await carryOut(subgraph, [carla, 'answerLead'], { leadId: answered, answer: 'NO_NEED_NOW' });
    const companies = async (filter: string) =>
      (await listedField(subgraph, `leads(filter: { ${filter} })`, { of: 'company', to: mayor })).toSorted();
    expect(
      await Promise.all(
        ['status: REPORTED', 'status: TAKEN_UP', 'status: ANSWERED', 'answered: false', 'takenUpBy: "dora"'].map(
          companies,
        ),
      ),
    ).toEqual([['Waits'], ['Taken'], ['Answered'], ['Taken', 'Waits'], ['Taken']]);
  });
});
