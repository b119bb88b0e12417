import { careTeamConsumer, careTeams } from '#shared/care-team.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import { combineConsumers } from '#shared/delivery/consume.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { measuresContext, type MeasuresContext, type Stores } from './context.ts';
import { measureSchema } from './measure/measure.schema.ts';
import { referralSchema } from './referral/referral.schema.ts';
import { pastMeasuresOfPersons } from './past-measure/past-measure.ts';
import { resumeAbandonedAgreements } from './reservation/agree-place.ts';
import { personReservations } from './reservation/reservation.ts';
import { resolvers } from './resolvers.ts';
import { placementConsumer, reportedPlacements } from './views/placement.ts';

/**
 * Makes the measures service: its stores, its part of the graph, the events it hears and what it does in the
 * background.
 */
export function measuresService(documents: Documents): Service<MeasuresContext> {
  const stores: Stores = {
    measures: documents.collection('measures', measureSchema, measureEvents),
    referrals: documents.collection('referrals', referralSchema, measureEvents),
    reservations: personReservations(documents),
    teams: careTeams(documents),
    placements: reportedPlacements(documents),
    pastMeasures: pastMeasuresOfPersons(documents),
  };
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      context: () => measuresContext(stores),
    },
    aggregates: [stores.measures, stores.referrals],
    consumer: combineConsumers(careTeamConsumer(stores.teams), placementConsumer(stores.placements)),
    background: [() => resumeAbandonedAgreements(stores)],
  };
}
