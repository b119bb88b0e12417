import { caseEvents } from '#shared/contracts/cases.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';
import { carryOutWith } from '#tests/support/carry-out.ts';
import { subgraphUnderTest, type SubgraphUnderTest } from '#tests/support/subgraph.ts';
import { peopleService } from '../service.ts';

/** Starts the service on engines of its own: `await using subgraph = await peopleUnderTest()`. */
export const peopleUnderTest = () => subgraphUnderTest('people', peopleService);

/** Where the staff work, and where of them only Miriam, Carla and Lenz do. */
export const here = '06431010';
export const there = '06431019';

/** The people who act in these tests, by name; the mayor's town hall and the provider's course included. */
export const staff = {
  miriam: { id: 'miriam', role: 'TEAM_LEAD', municipalities: [here, there] },
  anna: { id: 'anna', role: 'CASE_MANAGER', municipalities: [here] },
  jonas: { id: 'jonas', role: 'CASE_MANAGER', municipalities: [here] },
  carla: { id: 'carla', role: 'EMPLOYER_SERVICE', municipalities: [here, there] },
  kurs: { id: 'kurs', role: 'PROVIDER', municipalities: [], providerId: 'bildungswerk' },
  mayor: { id: 'rathaus', role: 'TOWN_HALL', municipalities: [here] },
  olaf: { id: 'olaf', role: 'OPERATOR', municipalities: [] },
  lenz: { id: 'lenz', role: 'ANALYST', municipalities: [here, there] },
} satisfies Record<string, Actor>;

/** One of the staff for every role there is. */
export const staffByRole: Record<Role, Actor> = {
  TEAM_LEAD: staff.miriam,
  CASE_MANAGER: staff.anna,
  EMPLOYER_SERVICE: staff.carla,
  PROVIDER: staff.kurs,
  TOWN_HALL: staff.mayor,
  OPERATOR: staff.olaf,
  ANALYST: staff.lenz,
};

export const adaIdentity = {
  customerNumber: '437D010001',
  givenName: 'Ada',
  familyName: 'Müller',
  birthDate: '1984-05-17',
  sex: 'FEMALE',
  municipality: here,
  registeredOn: '2026-01-10',
};

/** Runs a mutation with one input, and returns the id of its result or the code of the refusal. */
export const carryOut = carryOutWith((mutation) =>
  /BenefitUnit|Benefits?$/.test(mutation) ? 'benefitUnit' : 'person',
);

/** Registers Ada by the team lead; with other facts, somebody else. */
export function registerAda(subgraph: SubgraphUnderTest, changes: Record<string, unknown> = {}): Promise<string> {
  return carryOut(subgraph, [staff.miriam, 'registerPerson'], { ...adaIdentity, ...changes });
}

/** Delivers that the case of a person was opened, whom one case manager looks after from then on. */
export function deliverCaseOpened(
  subgraph: SubgraphUnderTest,
  { caseId, personId, contactId }: { caseId: string; personId: string; contactId: string },
): Promise<void> {
  const opening = { projectId: 'gr', municipality: here, careTeam: [contactId], openedOn: '2026-03-01' };
  return subgraph.deliver(caseEvents, {
    subject: caseId,
    type: 'case.opened',
    data: { caseId, personId, contactId, ...opening },
  });
}

/** Returns the ids on a page of a list, or the code of the first error. */
export async function idsOfPage(
  subgraph: SubgraphUnderTest,
  actor: Actor,
  { list, query, variables }: { list: string; query: string; variables: Record<string, unknown> },
): Promise<unknown> {
  const { data, errors } = await subgraph.as(actor).run(query, variables);
  if (errors.length > 0) return errors[0]?.code;
  // The query asks for the ids of a connection.
  const { edges } = data?.[list] as { edges: { node: { id: string } }[] };
  return edges.map(({ node }) => node.id);
}
