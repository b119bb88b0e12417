import { careTeamConsumer, careTeams } from '#shared/care-team.ts';
import { combineConsumers } from '#shared/delivery/consume.ts';
import { measureEvents } from '#shared/contracts/measures.ts';
import type { Documents } from '#shared/documents/documents.ts';
import type { Service } from '#shared/service/service.ts';
import { finishLeftBehind } from './agree-place.ts';
import { bookingSchema } from './booking.schema.ts';
import { employersConsumer } from './consumers/employers.ts';
import { measuresContext, type MeasuresContext } from './context.ts';
import { measureSchema } from './measure.schema.ts';
import { referralSchema } from './referral.schema.ts';
import { resolvers } from './resolvers.ts';
import { placementsSeen } from './views/placement.ts';

/** What the measures service is made of. */
export function measuresService(documents: Documents): Service<MeasuresContext> {
  const measures = documents.collection('measures', measureSchema, measureEvents);
  const referrals = documents.collection('referrals', referralSchema, measureEvents);
  const bookings = documents.collection('bookings', bookingSchema);
  const teams = careTeams(documents);
  const placements = placementsSeen(documents);
  return {
    graph: {
      schemaFolder: new URL('./schema/', import.meta.url),
      resolvers,
      context: () => measuresContext({ measures, referrals, bookings, teams, placements }),
    },
    aggregates: [measures, referrals],
    consumer: combineConsumers(careTeamConsumer(teams), employersConsumer(placements)),
    background: [() => finishLeftBehind({ measures, bookings, placements })],
  };
}
