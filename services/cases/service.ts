import { caseEvents } from '#shared/contracts/cases.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { caseSchema } from './case/case.schema.ts';
import { casesContext, type CasesContext } from './context.ts';
import { exchangeMeetingSchema } from './exchange/exchange-meeting.schema.ts';
import { projectSchema } from './project/project.schema.ts';
import { resolvers } from './resolvers.ts';
import { knownPersonConsumer, knownPersonView } from './views/known-person.ts';

/** Makes the cases service on its documents. */
export function casesService(documents: Documents): Service<CasesContext> {
  const projects = documents.collection('projects', projectSchema, caseEvents);
  const cases = documents.collection('cases', caseSchema, caseEvents);
  const meetings = documents.collection('exchange-meetings', exchangeMeetingSchema, caseEvents);
  const knownPersons = knownPersonView(documents);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      context: () => casesContext({ projects, cases, meetings, knownPersons }),
    },
    aggregates: [projects, cases, meetings],
    consumer: knownPersonConsumer(knownPersons),
  };
}
