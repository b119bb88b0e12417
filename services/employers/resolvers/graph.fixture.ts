import { afterEach, beforeEach } from '@jest/globals';
import { caseEvents } from '#shared/contracts/cases.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { anna, carla, einhausen } from '#tests/support/actors.ts';
import { at } from '#tests/support/at.ts';
import { carryOutWith } from '#tests/support/carry-out.ts';
import { subgraphUnderTest, type GraphAnswer, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { employersService } from '../service.ts';

/** Starts the service on engines of its own: `await using subgraph = await employersUnderTest()`. */
export const employersUnderTest = () => subgraphUnderTest('employers', employersService);

/** Starts the service anew for each test of a suite, and stops it; returns how a test reaches it. */
export function employersPerTest(): () => SubgraphUnderTest {
  let subgraph: SubgraphUnderTest;
  beforeEach(async () => {
    subgraph = await employersUnderTest();
  });
  afterEach(() => subgraph[Symbol.asyncDispose]());
  return () => subgraph;
}

const results: Record<string, string> = {
  registerEmployer: 'employer',
  updateEmployer: 'employer',
  recordContact: 'employer',
  proposePlacement: 'proposal',
};
export const carryOut = carryOutWith(
  (mutation) =>
    results[mutation] ??
    ['Lead', 'Proposal', 'Vacancy'].find((word) => mutation.endsWith(word))?.toLowerCase() ??
    'placement',
);

/** Runs a query, and returns what lies at a path of its answer. */
export async function readAt(answer: Promise<GraphAnswer>, path: string): Promise<unknown> {
  return at((await answer).data, path);
}

/** Asks for fields of Ada as the gateway does, and returns what lies at a path of them. */
export function readAda(subgraph: SubgraphUnderTest, actor: Actor, selection: string): Promise<GraphAnswer> {
  return subgraph.as(actor).entity({ __typename: 'Person', id: 'p-ada' }, selection);
}

/** Opens a case of a person, whom Anna looks after. */
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

/** Profiles a person who has cleaned, and can work 30 hours in the mornings. */
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
  return carryOut(subgraph, [carla, 'registerEmployer'], {
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
  return carryOut(subgraph, [carla, 'registerVacancy'], {
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

/** Proposes a vacancy to a person: the id of the proposal, or the code of the refusal. */
export function propose(
  subgraph: SubgraphUnderTest,
  vacancyId: string,
  { to: personId, by = anna }: { to: string; by?: Actor },
): Promise<string> {
  const proposal = { vacancyId, personId, withLegalNotice: false, proposedOn: '2026-02-01' };
  return carryOut(subgraph, [by, 'proposePlacement'], proposal);
}

/** Answers a proposal on a day after it was made. */
export function recordAnswer(
  subgraph: SubgraphUnderTest,
  proposalId: string,
  { by = carla, code }: { by?: Actor; code: string },
): Promise<string> {
  return carryOut(subgraph, [by, 'answerProposal'], { proposalId, answer: code, answeredOn: '2026-02-10' });
}

/** Begins insured work of Ada, if the input says nothing else. */
export function startWork(subgraph: SubgraphUnderTest, by: Actor, input: Record<string, unknown>): Promise<string> {
  return carryOut(subgraph, [by, 'startPlacement'], {
    personId: 'p-ada',
    kind: 'INSURED_JOB',
    hoursPerWeek: 20,
    startedOn: '2026-03-01',
    ...input,
  });
}

export type ProposalToAda = { employerId: string; vacancyId: string; proposalId: string };

/** Ada with an open case and a profile, a company, and a vacancy that was proposed to her. */
export async function proposeToAda(subgraph: SubgraphUnderTest): Promise<ProposalToAda> {
  await openCaseOf(subgraph, 'p-ada');
  await deliverProfile(subgraph, 'p-ada');
  const employerId = await addEmployer(subgraph);
  const vacancyId = await addVacancy(subgraph, employerId);
  return { employerId, vacancyId, proposalId: await propose(subgraph, vacancyId, { to: 'p-ada' }) };
}

/** Reports a lead of the town hall: its id, or the code of the refusal. */
export function addLead(
  subgraph: SubgraphUnderTest,
  by: Actor,
  lead: { company: string; kind: string; municipality?: string },
): Promise<string> {
  return carryOut(subgraph, [by, 'reportLead'], { municipality: einhausen, reportedOn: '2026-01-12', ...lead });
}

/** Returns one field of everything on the first page of a list, or the codes of the refusal. */
export async function listedField(
  subgraph: SubgraphUnderTest,
  list: string,
  { of: field, to: actor }: { of: string; to: Actor },
): Promise<unknown[]> {
  const { data, errors } = await subgraph.as(actor).run(`{ list: ${list} { edges { node { ${field} } } } }`);
  if (errors.length > 0) return errors.map(({ code }) => code);
  // Asked for as `list`, of a connection.
  return (at(data, 'list.edges') as { node: Record<string, unknown> }[]).map(({ node }) => node[field]);
}
