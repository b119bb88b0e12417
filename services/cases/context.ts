import DataLoader from 'dataloader';
import type { Collection } from '#shared/documents/documents.ts';
import { refused } from '#shared/graph-error.ts';
import type { ServiceRequest } from '#shared/request.ts';
import { maySeeCase, maySeeProject } from './access.ts';
import type { Case } from './case.ts';
import type { ExchangeMeeting } from './exchange-meeting.ts';
import type { Project } from './project.ts';
import type { KnownPersons } from './views/known-person.ts';

export type Stores = { projects: Collection<Project>; cases: Collection<Case>; meetings: Collection<ExchangeMeeting>; known: KnownPersons };
export type CasesContext = Stores & {
  load: { project: DataLoader<string, Project | null>; case: DataLoader<string, Case | null>; casesOfPerson: DataLoader<string, Case[]> };
};
export type Context = ServiceRequest & CasesContext;

export function casesContext(stores: Stores): CasesContext {
  const { projects, cases } = stores;
  return {
    ...stores,
    load: {
      project: new DataLoader((ids) => projects.getMany(ids)),
      case: new DataLoader((ids) => cases.getMany(ids)),
      casesOfPerson: new DataLoader(async (personIds) => {
        const { edges } = await cases.find({ where: { personId: { in: [...personIds] } }, first: 5000 });
        const byPerson = Map.groupBy(edges.map(({ node }) => node), ({ personId }) => personId);
        return personIds.map((personId) => byPerson.get(personId) ?? []);
      }),
    },
  };
}

export async function visibleProject(id: string, { actor, load }: Context): Promise<Project> {
  const project = await load.project.load(id);
  if (!project) throw refused('NOT_FOUND', 'The project was not found.');
  if (!maySeeProject(actor, project)) throw refused('FORBIDDEN', 'The project is not for your municipality or role.');
  return project;
}

export async function visibleCase(id: string, { actor, load }: Context): Promise<Case> {
  const known = await load.case.load(id);
  if (!known) throw refused('NOT_FOUND', 'The case was not found.');
  if (!maySeeCase(actor, known)) throw refused('FORBIDDEN', 'You do not look after this person.');
  return known;
}
