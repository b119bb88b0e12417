import { answer, found } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { given } from '#shared/given.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { assertHired } from '../commands/placement/assert-hired.ts';
import { confirmContinuity } from '../commands/placement/confirm-continuity.ts';
import { endPlacement } from '../commands/placement/end-placement.ts';
import { startPlacement } from '../commands/placement/start-placement.ts';
import { caseToActIn, maySeePlacementsOf, type Context } from '../context.ts';
import { countsAsIntegration, type Placement, type PlacementDecision, type PlacementKind } from '../placement.ts';
import { visibleEmployer } from './employer.ts';
import { visibleVacancy } from './vacancy.ts';

type StartInput = Repeatable & {
  personId: string; employerId: string; kind: PlacementKind; hoursPerWeek: number;
  vacancyId?: string | null; proposalId?: string | null; subsidisedBy?: string[] | null; startedOn?: string | null;
};
type ContinuityInput = Repeatable & { placementId: string; month: number; confirmedOn?: string | null };
type EndInput = Repeatable & { placementId: string; reason: NonNullable<Placement['ended']>['reason']; endedOn?: string | null };

export const placementMutations = {
  startPlacement: (_: unknown, { input }: { input: StartInput }, context: Context) => answer(() => start(input, context)),
  confirmContinuity: (_: unknown, { input }: { input: ContinuityInput }, context: Context) =>
    change(input, context, (placement) => confirmContinuity(placement, { month: input.month, confirmedOn: input.confirmedOn ?? context.today, today: context.today })),
  endPlacement: (_: unknown, { input }: { input: EndInput }, context: Context) =>
    change(input, context, (placement) => endPlacement(placement, { reason: input.reason, endedOn: input.endedOn ?? context.today, today: context.today })),
};

export const placementFields = {
  __resolveReference: async ({ id }: { id: string }, context: Context): Promise<Placement> => {
    const placement = await context.placements.get(id);
    if (!placement) throw refused('NOT_FOUND', 'The placement was not found.');
    if (!(await maySeePlacementsOf(placement.personId, context))) throw refused('FORBIDDEN', 'The placement is for those who look after the person.');
    return placement;
  },
  person: ({ personId: id }: Placement) => ({ id }),
  case: ({ caseId: id }: Placement) => ({ id }),
  employer: ({ employerId }: Placement, _: unknown, context: Context) => visibleEmployer(employerId, context),
  vacancy: ({ vacancyId }: Placement, _: unknown, context: Context) => (vacancyId === undefined ? null : visibleVacancy(vacancyId, context)),
  countsAsIntegration: ({ kind }: Placement) => countsAsIntegration(kind),
  endedOn: ({ ended }: Placement) => ended?.endedOn ?? null,
  endedBecause: ({ ended }: Placement) => ended?.reason ?? null,
};

/** Every placement of a person or case, oldest first. */
export async function placementsWhere(key: 'personId' | 'caseId', id: string, { placements }: Context): Promise<Placement[]> {
  const { edges } = await placements.find({ where: { [key]: id }, first: 500 });
  return edges.map(({ node }) => node).sort((one, other) => `${one.startedOn} ${one.id}`.localeCompare(`${other.startedOn} ${other.id}`));
}

async function start(input: StartInput, context: Context): Promise<{ placement: Placement }> {
  const { actor, load, newId, placements, stamp, today } = context;
  const { idempotencyKey: _key, startedOn = today, subsidisedBy = [], ...facts } = given(input);
  const cases = await load.casesOfPerson.load(facts.personId);
  const ofService = actor.role === 'EMPLOYER_SERVICE' ? cases.find(({ open, municipality }) => open && actor.municipalities.includes(municipality)) : undefined;
  const { id: caseId } = ofService ?? (await caseToActIn(facts.personId, context));
  found(await load.employer.load(facts.employerId), 'The employer');
  if (facts.proposalId !== undefined || facts.vacancyId !== undefined) {
    const vacancy = found(await load.vacancy.load(facts.vacancyId ?? ''), 'The vacancy');
    assertHired(vacancy, { proposalId: facts.proposalId, personId: facts.personId, employerId: facts.employerId });
  }
  const id = newId(input);
  const placement: Placement = { ...facts, id, caseId, startedOn, subsidisedBy, confirmed: [] };
  return { placement: await placements.change(id, (known) => startPlacement(known, { placement, today }), stamp(input)) };
}

function change(input: Repeatable & { placementId: string }, context: Context, decide: (placement: Placement) => PlacementDecision) {
  return answer(async () => {
    const known = found(await context.placements.get(input.placementId), 'The placement');
    if (!(await maySeePlacementsOf(known.personId, context))) throw new Refusal('NOT_FOUND', 'The placement was not found.');
    return { placement: await context.placements.change(known.id, (placement) => decide(found(placement, 'The placement')), context.stamp(input)) };
  });
}
