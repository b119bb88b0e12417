import { careTeamConsumer, careTeams } from '#shared/care-team.ts';
import { combineConsumers } from '#shared/delivery/consume.ts';
import { peopleEvents } from '#shared/contracts/people.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Log } from '#shared/log.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
import type { Service } from '#shared/service/service.ts';
import { benefitUnitSchema } from './benefit-unit/benefit-unit.schema.ts';
import { peopleContext, type Context } from './context.ts';
import { importContext } from './import/graph/import-context.ts';
import { importDesk } from './import/work/import-desk.ts';
import { importWorker } from './import/work/import-worker.ts';
import { contactFields } from './person/person.ts';
import { personSchema } from './person/person.schema.ts';
import { resolvers } from './resolvers.ts';
import { releasedSituations } from './situation/release-situation.ts';
import { disclosureConsumer, disclosureView } from './views/disclosure.ts';
import { offeredMeasureConsumer, offeredMeasureView } from './views/offered-measure.ts';

/** Puts the people service together. */
export function peopleService(documents: Documents, log: Log): Service<Omit<Context, keyof ServiceRequest>> {
  const persons = documents.collection('persons', personSchema, peopleEvents);
  const benefitUnits = documents.collection('benefit-units', benefitUnitSchema, peopleEvents);
  const teams = careTeams(documents);
  const disclosures = disclosureView(documents);
  const offeredMeasures = offeredMeasureView(documents);
  const situationReleases = releasedSituations(documents);
  const desk = importDesk(documents, { persons, benefitUnits });
  const imports = importWorker(desk, log);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      removedByNull: { updateContact: contactFields, updateProfile: ['radiusKm'] },
      context: ({ actor }) => ({
        ...peopleContext({ persons, benefitUnits, teams, disclosures, situationReleases }, actor),
        importing: importContext(desk, imports),
      }),
    },
    aggregates: [persons, benefitUnits, desk.imports],
    consumer: combineConsumers(
      careTeamConsumer(teams),
      offeredMeasureConsumer(offeredMeasures),
      disclosureConsumer(disclosures, offeredMeasures),
    ),
    background: [imports.round],
  };
}
