import { caseEvents } from '#shared/contracts/cases.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { at } from '#tests/support/at.ts';
import type { SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { einhausen, rimbach } from '../employers.fixture.ts';

export const anna: Actor = { id: 'anna', role: 'CASE_MANAGER', municipalities: [einhausen] };
export const jonas: Actor = { id: 'jonas', role: 'CASE_MANAGER', municipalities: [einhausen] };
export const miriam: Actor = { id: 'miriam', role: 'TEAM_LEAD', municipalities: [einhausen] };
export const carla: Actor = { id: 'carla', role: 'EMPLOYER_SERVICE', municipalities: [einhausen] };
export const dora: Actor = { id: 'dora', role: 'EMPLOYER_SERVICE', municipalities: [einhausen] };
export const erik: Actor = { id: 'erik', role: 'EMPLOYER_SERVICE', municipalities: [rimbach] };
export const mayor: Actor = { id: 'rathaus', role: 'TOWN_HALL', municipalities: [einhausen] };
export const kurs: Actor = { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' };
export const olaf: Actor = { id: 'olaf', role: 'OPERATOR', municipalities: [] };
export const lenz: Actor = { id: 'lenz', role: 'ANALYST', municipalities: [einhausen, rimbach] };

const results: Record<string, string> = {
  registerEmployer: 'employer',
  updateEmployer: 'employer',
  recordContact: 'employer',
};
const resultOf = (mutation: string): string =>
  results[mutation] ??
  ['Lead', 'Proposal', 'Vacancy'].find((word) => mutation.endsWith(word))?.toLowerCase() ??
  (mutation === 'proposePlacement' ? 'proposal' : 'placement');

/** A mutation with one input: the id of what came of it, or the code of the refusal. */
export async function mutate(
  subgraph: SubgraphUnderTest,
  [actor, mutation]: [Actor, string],
  input: Record<string, unknown>,
): Promise<string> {
  const inputType = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const { data, errors } = await subgraph
    .as(actor)
    .run(
      `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${resultOf(mutation)} { id } refusal { code } } }`,
      { input },
    );
  const told = at(data, `${mutation}.refusal.code`) ?? at(data, `${mutation}.${resultOf(mutation)}.id`);
  if (typeof told !== 'string') throw new Error(JSON.stringify(errors));
  return told;
}

/** A case is opened for somebody, whom Anna looks after. */
export function openCaseOf(subgraph: SubgraphUnderTest, personId: string): Promise<void> {
  const opening = {
    caseId: `c-${personId}`,
    personId,
    projectId: 'eh',
    municipality: einhausen,
    contactId: 'anna',
    careTeam: ['anna'],
    openedOn: '2026-01-05',
  };
  return subgraph.deliver(caseEvents, { subject: opening.caseId, type: 'case.opened', data: opening });
}

/** Somebody who has cleaned, and can work 30 hours in the mornings. */
export function deliverProfile(subgraph: SubgraphUnderTest, personId: string): Promise<void> {
  const profile = {
    personId,
    municipality: einhausen,
    profiledOn: '2026-01-05',
    occupations: ['54101'],
    qualification: 'NONE',
    mobility: 'CAR',
    hoursPerWeek: 30,
    availableDayparts: ['MORNING' as const],
  };
  return subgraph.deliver(peopleEvents, { subject: personId, type: 'person.profiled', data: profile });
}

export function addEmployer(subgraph: SubgraphUnderTest, changes: Record<string, unknown> = {}): Promise<string> {
  const contactPerson = { name: 'Rita Ried', phone: '06251 123456', email: 'rita@ried.example' };
  return mutate(subgraph, [carla, 'registerEmployer'], {
    kind: 'COMPANY',
    name: 'Ried-Reinigung',
    municipality: einhausen,
    registeredOn: '2026-01-10',
    contactPerson,
    ...changes,
  });
}

export function addVacancy(
  subgraph: SubgraphUnderTest,
  employerId: string,
  changes: Record<string, unknown> = {},
): Promise<string> {
  return mutate(subgraph, [carla, 'registerVacancy'], {
    employerId,
    title: 'Reinigungskraft',
    occupation: '54101',
    municipality: einhausen,
    hoursPerWeek: 20,
    dayparts: ['MORNING'],
    startsOn: '2026-03-01',
    posts: 1,
    registeredOn: '2026-01-15',
    refreshOn: '2027-06-30',
    ...changes,
  });
}

/** Ada with an open case and a profile, a company, and a vacancy that was proposed to her. */
export async function proposeToAda(
  subgraph: SubgraphUnderTest,
): Promise<{ employerId: string; vacancyId: string; proposalId: string }> {
  await openCaseOf(subgraph, 'p-ada');
  await deliverProfile(subgraph, 'p-ada');
  const employerId = await addEmployer(subgraph);
  const vacancyId = await addVacancy(subgraph, employerId);
  const proposalId = await mutate(subgraph, [anna, 'proposePlacement'], {
    vacancyId,
    personId: 'p-ada',
    withLegalNotice: false,
    proposedOn: '2026-02-01',
  });
  return { employerId, vacancyId, proposalId };
}
