import DataLoader from 'dataloader';
import type { Collection } from '#shared/documents/documents.ts';
import { grouped } from '#shared/documents/grouped.ts';
import { refused } from '#shared/graph-error.ts';
import type { ServiceRequest } from '#shared/request.ts';
import { knowsProjects, mayExchange, maySeeCase, maySeeProject, takesPartInExchanges, worksWithCases } from './access.ts';
import type { Case } from './case.ts';
import type { ExchangeMeeting } from './exchange-meeting.ts';
import type { Project } from './project.ts';
import type { KnownPersons } from './views/known-person.ts';

export type Stores = { projects: Collection<Project>; cases: Collection<Case>; meetings: Collection<ExchangeMeeting>; known: KnownPersons };
export type CasesContext = Stores & {
  load: {
    project: DataLoader<string, Project | null>;
    case: DataLoader<string, Case | null>;
    casesOfPerson: DataLoader<string, Case[]>;
    meeting: DataLoader<string, ExchangeMeeting | null>;
  };
};
export type Context = ServiceRequest & CasesContext;

export function casesContext(stores: Stores): CasesContext {
  const { projects, cases, meetings } = stores;
  return {
    ...stores,
    load: {
      project: new DataLoader((ids) => projects.getMany(ids)),
      case: new DataLoader((ids) => cases.getMany(ids)),
      casesOfPerson: grouped(cases, 'personId', ({ personId }) => [personId]),
      meeting: new DataLoader((ids) => meetings.getMany(ids)),
    },
  };
}

/** Whoever never knows any does not learn either whether an id is one's: that is asked before anything is looked up. */
export async function visibleProject(id: string, { actor, load }: Context): Promise<Project> {
  if (!knowsProjects(actor)) throw refused('FORBIDDEN', 'The project is not for your municipality or role.');
  const project = await load.project.load(id);
  if (!project) throw refused('NOT_FOUND', 'The project was not found.');
  if (!maySeeProject(actor, project)) throw refused('FORBIDDEN', 'The project is not for your municipality or role.');
  return project;
}

export async function visibleCase(id: string, { actor, load }: Context): Promise<Case> {
  if (!worksWithCases(actor)) throw refused('FORBIDDEN', 'You do not look after this person.');
  const known = await load.case.load(id);
  if (!known) throw refused('NOT_FOUND', 'The case was not found.');
  if (!maySeeCase(actor, known)) throw refused('FORBIDDEN', 'You do not look after this person.');
  return known;
}

export async function visibleMeeting(id: string, { actor, load }: Context): Promise<ExchangeMeeting> {
  if (!takesPartInExchanges(actor)) throw refused('FORBIDDEN', 'The meeting is not for your municipality or role.');
  const meeting = await load.meeting.load(id);
  if (!meeting) throw refused('NOT_FOUND', 'The meeting was not found.');
  if (!mayExchange(actor, meeting.municipality)) throw refused('FORBIDDEN', 'The meeting is not for your municipality or role.');
  return meeting;
}
