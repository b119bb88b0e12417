import DataLoader from 'dataloader';
import type { GraphQLError } from 'graphql';
import { requireVisible } from '#shared/graph/answer.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { byKey } from '#shared/documents/by-key.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
import {
  knowsProjects,
  mayExchange,
  maySeeCase,
  maySeeProject,
  takesPartInExchanges,
  worksWithCases,
} from './access.ts';
import type { Case } from './case/case.ts';
import type { ExchangeMeeting } from './exchange/exchange-meeting.ts';
import type { Project } from './project/project.ts';
import type { CaseRefusalCode } from './refusal.ts';
import type { KnownPersons } from './views/known-person.ts';

type Stores = {
  projects: Collection<Project>;
  cases: Collection<Case>;
  meetings: Collection<ExchangeMeeting>;
  knownPersons: KnownPersons;
};
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
      casesOfPerson: byKey(cases, 'personId', ({ personId }) => [personId]),
      meeting: new DataLoader((ids) => meetings.getMany(ids)),
    },
  };
}

/**
 * Returns a project that the caller may see. A caller who may not know a project, case or meeting does not learn
 * whether an id is that of one; a role that never knows any is refused before anything is looked up.
 */
export async function visibleProject(id: string, { actor, load }: Context): Promise<Project> {
  if (!knowsProjects(actor)) throw forbidden('Projects are not for your role.');
  return requireVisible(await load.project.load(id), (project) => maySeeProject(actor, project), 'The project');
}

/** Returns a case that the caller may see; refused as a project is. */
export async function visibleCase(id: string, { actor, load }: Context): Promise<Case> {
  if (!worksWithCases(actor)) throw forbidden('Cases are for those who look after people.');
  return requireVisible(await load.case.load(id), (state) => maySeeCase(actor, state), 'The case');
}

/** Returns an exchange meeting that the caller may see; refused as a project is. */
export async function visibleMeeting(id: string, { actor, load }: Context): Promise<ExchangeMeeting> {
  if (!takesPartInExchanges(actor)) throw forbidden('Exchange meetings are not for your role.');
  return requireVisible(
    await load.meeting.load(id),
    ({ municipality }) => mayExchange(actor, municipality),
    'The meeting',
  );
}

function forbidden(message: string): GraphQLError {
  return fieldRefusal('FORBIDDEN' satisfies CaseRefusalCode, message);
}
