import { requireFound } from '#shared/graph/answer.ts';
import { casesOf } from '#shared/care-team.ts';
import { descriptionOf } from '#shared/contracts/descriptions.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { Resolvers } from '#shared/graph/subgraph.ts';
import { mayReadTimeline } from '../access.ts';
import type { Context } from '../context.ts';
import type { TimelineEntry } from '../views/timeline-entry.ts';

type Ref = { id: string };

export const timelineResolvers: Resolvers<Context> = {
  Case: {
    __resolveReference: ({ id }: Ref) => ({ id }),
    timeline: ({ id }: Ref, page: PageArguments, context: Context) => timelineOf(id, page, context),
  },
  TimelineEntry: {
    description: ({ name }: TimelineEntry) => descriptionOf(name) ?? null,
    case: ({ caseId }: TimelineEntry): Ref | null => (caseId === undefined ? null : { id: caseId }),
  },
};

async function timelineOf(
  caseId: string,
  page: PageArguments,
  { actor, views }: Context,
): Promise<Connection<TimelineEntry>> {
  const { entries, teams } = await views();
  const team = await teams.get(caseId);
  // A case that the caller may not read is to them as one that nothing was heard of.
  requireFound(team && mayReadTimeline(actor, team, await casesOf(teams, team.personId)) ? team : null, 'The case');
  return connection(entries, { where: { caseId }, sort: { by: 'order', direction: 'asc' } }, page);
}
