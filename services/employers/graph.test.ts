import { describe, expect, test } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import { at } from '#tests/support/at.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { employersService } from './service.ts';

const EINHAUSEN = '06431006';
const anna = { id: 'anna', role: 'CASE_MANAGER' as const, municipalities: [EINHAUSEN] };
const other = { id: 'jonas', role: 'CASE_MANAGER' as const, municipalities: [EINHAUSEN] };
const carla = { id: 'carla', role: 'EMPLOYER_SERVICE' as const, municipalities: [EINHAUSEN] };
const mayor = { id: 'rathaus', role: 'TOWN_HALL' as const, municipalities: [EINHAUSEN] };

/** A person with an open case, a company and a vacancy. */
async function prepared(subgraph: SubgraphUnderTest, times = 1): Promise<{ employerId: string; vacancyId: string }> {
  await subgraph.deliver(caseEvents, { subject: 'c-1', type: 'case.opened', data: { caseId: 'c-1', personId: 'p-1', projectId: 'pj-1', municipality: EINHAUSEN, contactId: 'anna', careTeam: ['anna'], openedOn: '2026-01-05' } }, { times });
  await subgraph.deliver(peopleEvents, { subject: 'p-1', type: 'person.profiled', data: { personId: 'p-1', municipality: EINHAUSEN, profiledOn: '2026-01-05', occupations: ['54101'], qualification: 'NONE', mobility: 'CAR', hoursPerWeek: 30, availableDayparts: ['MORNING'] } }, { times });
  const employer = await subgraph.as(carla).run(`mutation { registerEmployer(input: { kind: COMPANY, name: "Ried-Reinigung", municipality: "${EINHAUSEN}", contactPerson: { name: "Rita Ried" } }) { employer { id } refusal { code } } }`);
  const employerId = String(at(employer.data, 'registerEmployer.employer.id'));
  const vacancy = await subgraph.as(carla).run(`mutation($id: ID!) { registerVacancy(input: { employerId: $id, title: "Reinigungskraft", occupation: "54101", municipality: "${EINHAUSEN}", hoursPerWeek: 20, dayparts: [MORNING], startsOn: "2026-03-01", posts: 1, refreshOn: "2027-06-30" }) { vacancy { id } refusal { code } } }`, { id: employerId });
  return { employerId, vacancyId: String(at(vacancy.data, 'registerVacancy.vacancy.id')) };
}

const propose = 'mutation($id: ID!) { proposePlacement(input: { vacancyId: $id, personId: "p-1", withLegalNotice: false }) { proposal { id person { id } } refusal { code } } }';

describe('the network of employers in the graph', () => {
  test('a case manager sees why a vacancy fits whom they look after, and proposes it', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { vacancyId } = await prepared(subgraph);
    const { data, errors } = await subgraph.as(anna).entity({ __typename: 'Person', id: 'p-1' }, '{ matches { possible score vacancy { title } } }');
    expect([at(data, '_entities.0.matches'), errors]).toEqual([[{ possible: true, score: 97, vacancy: { title: 'Reinigungskraft' } }], []]);
    const proposed = await subgraph.as(anna).run(propose, { id: vacancyId });
    expect(at(proposed.data, 'proposePlacement')).toMatchObject({ proposal: { person: { id: 'p-1' } }, refusal: null });
  });

  test.each([['NOT_ON_CARE_TEAM', other], ['NOT_ON_CARE_TEAM', mayor], ['NOT_ON_CARE_TEAM', carla]])('nobody else proposes: %s', async (code, actor) => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { vacancyId } = await prepared(subgraph);
    const refused = await subgraph.as(actor).run(propose, { id: vacancyId });
    expect(at(refused.data, 'proposePlacement.refusal.code')).toBe(code);
  });

  test('a town hall reaches no person on any way', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { vacancyId } = await prepared(subgraph);
    const proposed = await subgraph.as(anna).run(propose, { id: vacancyId });
    const proposalId = at(proposed.data, 'proposePlacement.proposal.id');
    const { run, entity } = subgraph.as(mayor);
    const ways = await Promise.all([
      run('query($id: ID!) { vacancy(id: $id) { proposals { person { id } } } }', { id: vacancyId }),
      run('query($id: ID!) { vacancy(id: $id) { candidates { person { id } } } }', { id: vacancyId }),
      entity({ __typename: 'Person', id: 'p-1' }, '{ proposals { id } placements { id } matches { score } }'),
      entity({ __typename: 'Case', id: 'c-1' }, '{ proposals { id } placements { id } }'),
      entity({ __typename: 'Proposal', id: String(proposalId) }, '{ person { id } }'),
    ]);
    expect(ways.map(({ data }) => JSON.stringify(data)).filter((answer) => /"p-1"|"score"/.test(answer))).toEqual([]);
    expect(ways.slice(1).flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(expect.arrayContaining(['FORBIDDEN']));
    expect(at(ways[0].data, 'vacancy.proposals')).toEqual([]);
  });

  test('a lead tells its reporter whether it led to work, and not for whom', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const { vacancyId } = await prepared(subgraph);
    const lead = await subgraph.as(mayor).run(`mutation { reportLead(input: { municipality: "${EINHAUSEN}", company: "Ried-Reinigung", kind: EXPANSION }) { lead { id status } } }`);
    await subgraph.as(carla).run('mutation($lead: ID!, $vacancy: ID!) { answerLead(input: { leadId: $lead, answer: BECAME_VACANCY, vacancyId: $vacancy }) { refusal { code } } }', { lead: at(lead.data, 'reportLead.lead.id'), vacancy: vacancyId });
    const seen = await subgraph.as(mayor).run('{ leads { edges { node { status vacancyTitle ledToPlacement } } } }');
    expect(at(seen.data, 'leads.edges')).toEqual([{ node: { status: 'ANSWERED', vacancyTitle: 'Reinigungskraft', ledToPlacement: false } }]);
  });

  test('pages are refused outside 1 to 100', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    const codes = await Promise.all([0, 101].map(async (first) => (await subgraph.as(carla).run('query($first: Int!) { employers(first: $first) { edges { cursor } } }', { first })).errors[0]?.code));
    expect(codes).toEqual(['INVALID_INPUT', 'INVALID_INPUT']);
  });

  test('what others say twice is known once', async () => {
    await using subgraph = await subgraphUnderTest('employers', employersService);
    await prepared(subgraph, 2);
    const { data } = await subgraph.as(anna).entity({ __typename: 'Person', id: 'p-1' }, '{ matches { score } }');
    expect(at(data, '_entities.0.matches')).toHaveLength(1);
  });
});
