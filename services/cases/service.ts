import { caseEvents } from '#shared/contracts/cases.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { caseSchema } from './case.schema.ts';
import { peopleConsumer } from './consumers/people.ts';
import { casesContext, type CasesContext } from './context.ts';
import { exchangeMeetingSchema } from './exchange-meeting.schema.ts';
import { projectSchema } from './project.schema.ts';
import { resolvers } from './resolvers.ts';
import { knownPersonView } from './views/known-person.ts';

/** What the cases service is made of. */
export function casesService(documents: Documents): Service<CasesContext> {
  const projects = documents.collection('projects', projectSchema, caseEvents);
  const cases = documents.collection('cases', caseSchema, caseEvents);
  const meetings = documents.collection('exchange-meetings', exchangeMeetingSchema, caseEvents);
  const known = knownPersonView(documents);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      context: () => casesContext({ projects, cases, meetings, known }),
    },
    aggregates: [projects, cases, meetings],
    consumer: peopleConsumer(known),
  };
}
