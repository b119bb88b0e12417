import { on, type Consumer } from '#shared/delivery/consume.ts';
import { caseEvents } from '#shared/contracts/cases.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import type { Views } from '../views/views.ts';
import { settle } from './settle.ts';

/** Knows the projects and who works in them, and the cases; a new case settles what was said about it before. */
export function casesConsumer(views: Views): Consumer {
  const { projects, cases } = views;
  return on(caseEvents, {
    'project.started': (event) => {
      const { projectId: id, municipality, startedOn, caseManagerIds, goals } = event.data;
      return projects.project(id, event, () => ({
        id,
        municipality,
        startedOn,
        caseManagerIds,
        ...(goals && { goals }),
      }));
    },
    'project.updated': (event) => {
      const { projectId: id, municipality, updatedOn, caseManagerIds, goals: said } = event.data;
      return projects.project(id, event, (project) => {
        // Events of former times do not say the goals, and leave them as they are.
        const goals = said ?? project?.goals;
        const startedOn = project?.startedOn ?? updatedOn;
        return { id, municipality, startedOn, caseManagerIds, ...(goals && { goals }) };
      });
    },
    'case.opened': async (event) => {
      const { caseId: id, projectId, personId, municipality } = event.data;
      await cases.project(id, event, () => ({ id, projectId, personId, municipality }));
      for await (const entry of eachDocument(views.entries, { caseId: id, projectId: null }))
        await settle(views, entry);
      for await (const entry of eachDocument(views.entries, { memberIds: personId })) await settle(views, entry);
    },
  });
}
