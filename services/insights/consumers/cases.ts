import type { Consumer, Reaction } from '#shared/consume.ts';
import type { caseEvents } from '#shared/contracts/cases.ts';
import type { Received } from '#shared/contracts/contract.ts';
import { every } from '#shared/documents/find-all.ts';
import type { Views } from '../views/views.ts';
import { settle } from './settle.ts';

// The contract has checked the data before a reaction sees it.
type Said<Name extends keyof (typeof caseEvents)['data']> = Received<typeof caseEvents, Name>['data'];

/** Knows the projects and who works in them, and the cases; a new case settles what was said about it before. */
export function caseReactions(views: Views): Consumer['reactions'] {
  const { projects, cases } = views;
  const started: Reaction = (event) => {
    const { projectId: id, municipality, startedOn, caseManagerIds, goals } = event.data as Said<'project.started'>;
    return projects.project(id, event, () => ({
      id,
      municipality,
      startedOn,
      caseManagerIds,
      ...(goals && { goals }),
    }));
  };
  const updated: Reaction = (event) => {
    const {
      projectId: id,
      municipality,
      updatedOn,
      caseManagerIds,
      goals: said,
    } = event.data as Said<'project.updated'>;
    return projects.project(id, event, (project) => {
      // Events of former times do not say the goals, and leave them as they are.
      const goals = said ?? project?.goals;
      return { id, municipality, startedOn: project?.startedOn ?? updatedOn, caseManagerIds, ...(goals && { goals }) };
    });
  };
  const opened: Reaction = async (event) => {
    const { caseId: id, projectId, personId, municipality } = event.data as Said<'case.opened'>;
    await cases.project(id, event, () => ({ id, projectId, personId, municipality }));
    for await (const entry of every(views.entries, { caseId: id, projectId: null })) await settle(views, entry);
    for await (const entry of every(views.entries, { memberIds: personId })) await settle(views, entry);
  };
  return { 'project.started': [started], 'project.updated': [updated], 'case.opened': [opened] };
}
