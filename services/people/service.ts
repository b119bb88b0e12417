import { careTeams } from '#shared/care-team.ts';
import { joined } from '#shared/consume.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service.ts';
import { benefitUnitSchema } from './benefit-unit.schema.ts';
import { casesConsumer } from './consumers/cases.ts';
import { employersConsumer } from './consumers/employers.ts';
import { measuresConsumer } from './consumers/measures.ts';
import { peopleContext, type PeopleContext } from './context.ts';
import { personSchema } from './person.schema.ts';
import { resolvers } from './resolvers.ts';
import { disclosureView, offeredMeasureView } from './views/disclosure.ts';

/** What the people service is made of. */
export function peopleService(documents: Documents): Service<PeopleContext> {
  const persons = documents.collection('persons', personSchema, peopleEvents);
  const benefitUnits = documents.collection('benefit-units', benefitUnitSchema, peopleEvents);
  const teams = careTeams(documents);
  const disclosures = disclosureView(documents);
  const offered = offeredMeasureView(documents);
  return {
    graph: {
      schemaFile: new URL('./schema.graphql', import.meta.url),
      resolvers,
      context: ({ actor }) => peopleContext({ persons, benefitUnits, teams, disclosures }, actor),
    },
    aggregates: [persons, benefitUnits],
    consumer: joined(casesConsumer(teams), measuresConsumer({ disclosures, offered }), employersConsumer(disclosures)),
  };
}
