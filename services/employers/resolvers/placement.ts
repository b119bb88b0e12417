import type { Collection } from '#shared/documents/documents.ts';
import { countsAsIntegration } from '#shared/funding/integration.ts';
import { saidSubsidies } from '#shared/funding/redact.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { bringsToWork, seesHealth } from '../access.ts';
import type { Context } from '../context.ts';
import { monthToConfirm, redactEnding, type Placement } from '../placement/placement.ts';
import {
  placementSorts,
  placementsWhere,
  type PlacementFilter,
  type PlacementSort,
} from '../placement/placement-list.ts';
import { EmployerRefusal } from '../refusal.ts';
import { maySeePlacementsOf, visibleEmployer, visiblePlacement, visibleVacancy } from '../visible.ts';

type PlacementList = PageArguments & { filter?: PlacementFilter; sort: PlacementSort };

export const placementQueries = {
  placement: (_: unknown, { id }: { id: string }, context: Context) => visiblePlacement(id, context),
  placements: (
    _: unknown,
    { filter = {}, sort, ...page }: PlacementList,
    context: Context,
  ): Promise<Connection<Placement>> => {
    if (!bringsToWork(context.actor))
      throw new EmployerRefusal('FORBIDDEN', 'Placements are for those who look after people.');
    const visible = ({ personId }: Placement) => maySeePlacementsOf(personId, context);
    const where = placementsWhere(filter, sort);
    return connection(withCasesByPage(context), { where, sort: placementSorts[sort], visible }, page);
  },
};

export const placementFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visiblePlacement(id, context),
  person: ({ personId: id }: Placement) => ({ id }),
  case: ({ caseId: id }: Placement) => ({ id }),
  employer: ({ employerId }: Placement, _: unknown, context: Context) => visibleEmployer(employerId, context),
  vacancy: ({ vacancyId }: Placement, _: unknown, context: Context) =>
    vacancyId === undefined ? null : visibleVacancy(vacancyId, context),
  municipality: ({ municipality }: Placement) => (municipality === undefined ? null : { ags: municipality }),
  countsAsIntegration: (placement: Placement) => placement.withdrawn === undefined && countsAsIntegration(placement),
  continuityDueMonth: (placement: Placement) => monthToConfirm(placement) ?? null,
  withdrawnOn: ({ withdrawn }: Placement) => withdrawn?.withdrawnOn ?? null,
  withdrawnBecause: ({ withdrawn }: Placement) => withdrawn?.reason ?? null,
  endedOn: ({ ended }: Placement) => ended?.endedOn ?? null,
  subsidisedBy: ({ subsidisedBy }: Placement, _: unknown, { actor }: Context) =>
    seesHealth(actor) ? subsidisedBy : saidSubsidies(subsidisedBy),
  endedBecause: ({ ended }: Placement, _: unknown, { actor }: Context) =>
    ended ? (seesHealth(actor) ? ended.reason : redactEnding(ended.reason)) : null,
};

/** Makes the list load the cases of a whole page at once: they decide who sees what is on it. */
function withCasesByPage({ placements, loaders }: Context): Collection<Placement> {
  return {
    ...placements,
    find: async (page) => {
      const placementPage = await placements.find(page);
      await loaders.casesOfPerson.loadMany(placementPage.edges.map(({ node }) => node.personId));
      return placementPage;
    },
  };
}
