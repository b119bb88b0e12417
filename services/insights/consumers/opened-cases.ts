import { caseEvents } from '#shared/contracts/cases.ts';
import { on, type Consumer } from '#shared/delivery/consume.ts';
import { eachDocument } from '#shared/documents/find-all.ts';
import type { Views } from '../views/views.ts';
import { countInProjects } from './count-in-projects.ts';

/**
 * Counts what was heard about a case, or about the household of its person, before it was opened. The case is kept
 * first.
 */
export function openedCaseConsumer(views: Views): Consumer {
  const { entries } = views;
  return on(caseEvents, {
    'case.opened': async ({ data: { caseId, personId } }) => {
      for await (const entry of eachDocument(entries, { caseId, projectId: null })) await countInProjects(views, entry);
      for await (const entry of eachDocument(entries, { memberIds: personId })) await countInProjects(views, entry);
    },
  });
}
