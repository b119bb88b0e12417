import { careTeamConsumer, careTeams } from '#shared/care-team.ts';
import { combineConsumers } from '#shared/delivery/consume.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { resumeAbandonedAgreements } from './reservation/agree-place.ts';
import { reservationSchema } from './reservation/reservation.schema.ts';
import { employersConsumer } from './consumers/employers.ts';
import { measuresContext, type MeasuresContext } from './context.ts';
import { measureSchema } from './measure/measure.schema.ts';
import { referralSchema } from './referral/referral.schema.ts';
import { resolvers } from './resolvers.ts';
import { reportedPlacements } from './views/placement.ts';

/** What the measures service is made of. */
export function measuresService(documents: Documents): Service<MeasuresContext> {
  const measures = documents.collection('measures', measureSchema, measureEvents);
  const referrals = documents.collection('referrals', referralSchema, measureEvents);
  const bookings = documents.collection('bookings', reservationSchema);
  const teams = careTeams(documents);
  const placements = reportedPlacements(documents);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      context: () => measuresContext({ measures, referrals, bookings, teams, placements }),
    },
    aggregates: [measures, referrals],
    consumer: combineConsumers(careTeamConsumer(teams), employersConsumer(placements)),
    background: [() => resumeAbandonedAgreements({ measures, bookings, placements })],
  };
}
