import { z } from 'zod';
import type { DemoActor } from '../demo/actor.ts';

/** What a screen asks or does, as the user who has it open; each call may ask about somebody else. */
export type BenchOperation = {
  name: string;
  user: string;
  query: string;
  variables: (n: number) => Record<string, unknown>;
};
export type DemoIds = { personIds: string[]; caseIds: string[]; projectIds: string[]; employerIds: string[] };

const AGS = '06431007';
const MANAGER = 'jonas.keller';

const ids = (from: unknown): string[] =>
  z
    .object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) })
    .parse(from)
    .edges.map(({ node }) => node.id);

/** Reads from the demo data whom and what the operations are about. */
export async function readDemoIds(actorOf: (user: string) => Promise<DemoActor>): Promise<DemoIds> {
  const manager = await actorOf(MANAGER);
  const service = await actorOf('carla.stein');
  const asked = z
    .record(z.string(), z.unknown())
    .parse(
      await manager.ask(
        '{ cases(filter: { status: OPEN }, first: 100) { edges { node { id person { id } } } } ' +
          `projects(filter: { municipality: "${AGS}" }) { edges { node { id } } } }`,
        {},
      ),
    );
  const { employers } = z
    .object({ employers: z.unknown() })
    .parse(await service.ask(`{ employers(filter: { municipality: "${AGS}" }) { edges { node { id } } } }`, {}));
  const cases = z
    .object({ edges: z.array(z.object({ node: z.object({ person: z.object({ id: z.string() }) }) })) })
    .parse(asked.cases);
  return {
    personIds: cases.edges.map(({ node }) => node.person.id),
    caseIds: ids(asked.cases),
    projectIds: ids(asked.projects),
    employerIds: ids(employers),
  };
}

export function reads({ personIds, caseIds, projectIds }: DemoIds): BenchOperation[] {
  const person = (n: number) => ({ id: personIds[n % personIds.length] });
  const of = (caseOrProject: string[]) => (n: number) => ({ id: caseOrProject[n % caseOrProject.length] });
  return [
    {
      name: 'list of people',
      user: MANAGER,
      variables: () => ({}),
      query:
        `{ persons(filter: { municipality: "${AGS}" }, first: 20) { edges { node { id givenName familyName ` +
        'longTermRecipient } } } }',
    },
    {
      name: 'person with case and measures',
      user: MANAGER,
      variables: person,
      query:
        'query($id: ID!) { person(id: $id) { givenName familyName birthDate openCase { id status contactId } ' +
        'enrolments { status measure { title } } placements { kind startedOn } } }',
    },
    {
      name: 'funding that fits',
      user: MANAGER,
      variables: person,
      query:
        'query($id: ID!) { person(id: $id) { eligibility(instrument: "P16E") { verdict conditions { code state ' +
        'metOn } } } }',
    },
    {
      name: 'case with talks and plan',
      user: MANAGER,
      variables: of(caseIds),
      query:
        'query($id: ID!) { case(id: $id) { status person { familyName } interviews { status heldOn } plan { ' +
        'reviewDueOn current { steps { what status } } } } }',
    },
    {
      name: 'timeline',
      user: MANAGER,
      variables: of(caseIds),
      query: 'query($id: ID!) { case(id: $id) { timeline(first: 20) { edges { node { name occurredOn } } } } }',
    },
    {
      name: 'free places',
      user: MANAGER,
      variables: () => ({}),
      query:
        '{ measures(filter: { withFreePlaces: true, childcareOffered: true }) { edges { node { title startsOn ' +
        'freePlaces } } } }',
    },
    {
      name: 'vacancies',
      user: 'carla.stein',
      variables: () => ({}),
      query:
        '{ vacancies(filter: { open: true }) { edges { node { title freePosts employer { name } occupation { ' +
        'title } } } } }',
    },
    {
      name: 'report for the mayor',
      user: 'rathaus.fuerth',
      variables: of(projectIds),
      query:
        'query($id: ID!) { project(id: $id) { title report(from: "2013-09-01", to: "2014-04-30") { talksHeld { ' +
        'count } placements { count } unitsWithoutBenefit { count } } } }',
    },
  ];
}

export function writes({ personIds, projectIds, employerIds }: DemoIds): BenchOperation[] {
  return [
    {
      name: 'lead',
      user: 'rathaus.fuerth',
      variables: () => ({ input: { municipality: AGS, company: 'Ried-Logistik', kind: 'EXPANSION' } }),
      query: 'mutation($input: ReportLeadInput!) { reportLead(input: $input) { lead { id } refusal { code } } }',
    },
    {
      name: 'meeting',
      user: MANAGER,
      variables: () => ({
        input: { projectId: projectIds[0], participants: ['TOWN_HALL'], topics: ['CLUBS'], items: [] },
      }),
      query: 'mutation($input: HoldExchangeInput!) { holdExchange(input: $input) { meeting { id } refusal { code } } }',
    },
    {
      name: 'contact data',
      user: MANAGER,
      variables: (n) => ({
        input: { personId: personIds[n % personIds.length], phone: `030 23125 ${100 + (n % 900)}` },
      }),
      query:
        'mutation($input: UpdateContactInput!) { updateContact(input: $input) { person { id } refusal { code } } }',
    },
    {
      name: 'talk to an employer',
      user: 'carla.stein',
      variables: (n) => ({
        input: { employerId: employerIds[n % employerIds.length], channel: 'PHONE', outcome: 'NO_NEED' },
      }),
      query:
        'mutation($input: RecordContactInput!) { recordContact(input: $input) { employer { id } refusal { code } } }',
    },
  ];
}
