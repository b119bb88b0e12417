import { answerOrRefuse, refuseWhenTaken, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { countsAsIntegration } from '#shared/funding/integration.ts';
import { redactSubsidies } from '#shared/funding/redact.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { bringsToWork, caseToBeginIn, seesHealth } from '../access.ts';
import { assertHired } from '../commands/placement/assert-hired.ts';
import { confirmContinuity } from '../commands/placement/confirm-continuity.ts';
import { endPlacement } from '../commands/placement/end-placement.ts';
import { startPlacement } from '../commands/placement/start-placement.ts';
import { withdrawPlacement } from '../commands/placement/withdraw-placement.ts';
import { maySeePlacementsOf, visibleEmployer, visibleVacancy, type Context } from '../context.ts';
import {
  monthDue,
  saidEnding,
  type Placement,
  type PlacementDecision,
  type PlacementEnding,
  type PlacementFacts,
  type PlacementWithdrawal,
} from '../placement.ts';
import { placementSorts, placementsOf, type PlacementFilter, type PlacementSort } from '../search.ts';

type Needed = Pick<Placement, 'personId' | 'employerId' | 'kind' | 'hoursPerWeek'>;
type StartInput = Needed & Partial<Pick<Placement, 'vacancyId' | 'proposalId' | 'subsidisedBy' | 'startedOn'>>;
type StepInput = { placementId: string };
type ContinuityInput = StepInput & { month: number; confirmedOn?: string };
type WithdrawInput = StepInput & { reason: PlacementWithdrawal };
type EndInput = StepInput & { reason: PlacementEnding; endedOn?: string };
type Search = PageArguments & { filter?: Partial<PlacementFilter>; sort: PlacementSort };

export const placementQueries = {
  placement: (_: unknown, { id }: { id: string }, context: Context) => visiblePlacement(id, context),
  placements: (_: unknown, { filter, sort, ...page }: Search, context: Context): Promise<Connection<Placement>> => {
    if (!bringsToWork(context.actor)) throw new Refusal('FORBIDDEN', 'Placements are for those who look after people.');
    const visible = ({ personId }: Placement) => maySeePlacementsOf(personId, context);
    return connection(
      judgedByPage(context),
      { where: placementsOf(filter ?? {}, sort), sort: placementSorts[sort], visible },
      page,
    );
  },
};

export const placementMutations = {
  startPlacement: (_: unknown, { input }: { input: StartInput }, context: Context) =>
    answerOrRefuse(() => start(input, context)),
  confirmContinuity: (_: unknown, { input }: { input: ContinuityInput }, context: Context) =>
    step(input, context, (placement) =>
      confirmContinuity(placement, {
        month: input.month,
        confirmedOn: input.confirmedOn ?? context.today,
        today: context.today,
      }),
    ),
  endPlacement: (_: unknown, { input }: { input: EndInput }, context: Context) =>
    step(input, context, (placement) =>
      endPlacement(placement, {
        reason: input.reason,
        endedOn: input.endedOn ?? context.today,
        seesHealth: seesHealth(context.actor),
        today: context.today,
      }),
    ),
  withdrawPlacement: (_: unknown, { input }: { input: WithdrawInput }, context: Context) =>
    step(input, context, (placement) => withdrawPlacement(placement, { reason: input.reason, today: context.today })),
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
  continuityDueMonth: (placement: Placement) => monthDue(placement) ?? null,
  withdrawnOn: ({ withdrawn }: Placement) => withdrawn?.withdrawnOn ?? null,
  withdrawnBecause: ({ withdrawn }: Placement) => withdrawn?.reason ?? null,
  endedOn: ({ ended }: Placement) => ended?.endedOn ?? null,
  subsidisedBy: ({ subsidisedBy }: Placement, _: unknown, { actor }: Context) =>
    seesHealth(actor) ? subsidisedBy : redactSubsidies(subsidisedBy),
  endedBecause: ({ ended }: Placement, _: unknown, { actor }: Context) =>
    ended ? (seesHealth(actor) ? ended.reason : saidEnding(ended.reason)) : null,
};

async function visiblePlacement(id: string, context: Context): Promise<Placement> {
  if (!bringsToWork(context.actor)) throw fieldRefusal('FORBIDDEN', 'Placements are for those who look after people.');
  return seen(await context.load.placement.load(id), context);
}

/** To whom has no need to know the person, a placement that exists is one that does not. */
async function seen(placement: Placement | null, context: Context): Promise<Placement> {
  return requireFound(
    placement && (await maySeePlacementsOf(placement.personId, context)) ? placement : null,
    'The placement',
  );
}

/** Looks up for a whole page at once whose cases decide who sees what is on it. */
function judgedByPage({ placements, load }: Context): Collection<Placement> {
  return {
    ...placements,
    find: async (asked) => {
      const page = await placements.find(asked);
      await load.casesOfPerson.loadMany(page.edges.map(({ node }) => node.personId));
      return page;
    },
  };
}

/** Every placement of a person or in a case, oldest first. */
export async function placementsWith(
  key: 'personId' | 'caseId',
  value: string,
  { load }: Context,
): Promise<Placement[]> {
  const placements = await load.placementsWith[key].load(value);
  return placements.toSorted((one, other) =>
    `${one.startedOn} ${one.id}`.localeCompare(`${other.startedOn} ${other.id}`),
  );
}

async function start(
  input: StartInput,
  { actor, employers, load, newId, placements, stamp, today, vacancies }: Context,
): Promise<{ placement: Placement }> {
  const { startedOn = today, subsidisedBy = [], ...facts } = input;
  const fromProposal = facts.proposalId !== undefined || facts.vacancyId !== undefined;
  const {
    id: caseId,
    municipality,
    openedOn: caseOpenedOn,
  } = caseToBeginIn(actor, await load.casesOfPerson.load(facts.personId), { fromProposal });
  requireFound(await employers.get(facts.employerId), 'The employer');
  if (fromProposal) {
    const vacancy = requireFound(await vacancies.get(facts.vacancyId ?? ''), 'The vacancy');
    assertHired(vacancy, { proposalId: facts.proposalId, personId: facts.personId, employerId: facts.employerId });
  }
  const placement: PlacementFacts = {
    ...facts,
    id: newId(),
    caseId,
    municipality,
    startedOn,
    subsidisedBy,
    confirmed: [],
  };
  return {
    placement: await placements
      .change(placement.id, (known) => startPlacement(known, { placement, caseOpenedOn, today }), stamp)
      .catch(explained),
  };
}

const explained = refuseWhenTaken(
  'ALREADY_PLACED',
  'The person already works for this employer; end that placement first.',
);

/** A step of a placement, by who looks after the person and the employer service that follows it up. */
function step(
  input: StepInput,
  context: Context,
  decide: (placement: Placement) => PlacementDecision,
): Promise<{ placement: Placement } | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { id } = await seen(await context.placements.get(input.placementId), context);
    return {
      placement: await context.placements.change(
        id,
        (placement) => decide(requireFound(placement, 'The placement')),
        context.stamp,
      ),
    };
  });
}
