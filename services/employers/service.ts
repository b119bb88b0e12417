import { careTeamConsumer, careTeams } from '#shared/care-team.ts';
import { combineConsumers } from '#shared/delivery/consume.ts';
import { employerEvents } from '#shared/contracts/employers.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { employersContext, type EmployersContext } from './context.ts';
import { employerSchema } from './employer/employer.schema.ts';
import { leadSchema } from './lead/lead.schema.ts';
import { endProposalsOfClosedVacancies } from './background/end-proposals-of-closed-vacancies.ts';
import { placementSchema } from './placement/placement.schema.ts';
import { resolvers } from './resolvers.ts';
import { vacancySchema } from './vacancy/vacancy.schema.ts';
import { profileConsumer, profileView } from './views/profile.ts';

/** Builds the employers service from its documents. */
export function employersService(documents: Documents): Service<EmployersContext> {
  const employers = documents.collection('employers', employerSchema, employerEvents);
  const leads = documents.collection('leads', leadSchema, employerEvents);
  const vacancies = documents.collection('vacancies', vacancySchema, employerEvents);
  const placements = documents.collection('placements', placementSchema, employerEvents);
  const teams = careTeams(documents);
  const profiles = profileView(documents);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      context: () => employersContext({ employers, leads, vacancies, placements, teams, profiles }),
    },
    aggregates: [employers, leads, vacancies, placements],
    consumer: combineConsumers(careTeamConsumer(teams), profileConsumer(profiles)),
    background: [endProposalsOfClosedVacancies(vacancies)],
  };
}
