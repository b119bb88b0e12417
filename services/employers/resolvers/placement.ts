import { answer, found, type Refused } from '#shared/answer.ts';
import { given } from '#shared/given.ts';
import { refused } from '#shared/graph-error.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { caseToBeginIn } from '../access.ts';
import { assertHired } from '../commands/placement/assert-hired.ts';
import { confirmContinuity } from '../commands/placement/confirm-continuity.ts';
import { endPlacement } from '../commands/placement/end-placement.ts';
import { startPlacement } from '../commands/placement/start-placement.ts';
import { maySeePlacementsOf, visibleEmployer, visibleVacancy, type Context } from '../context.ts';
import { countsAsIntegration, type Placement, type PlacementDecision, type PlacementEnding } from '../placement.ts';
import type { OrNull } from './or-null.ts';

type Needed = Pick<Placement, 'personId' | 'employerId' | 'kind' | 'hoursPerWeek'>;
type StartInput = Repeatable & Needed & OrNull<Pick<Placement, 'vacancyId' | 'proposalId' | 'subsidisedBy' | 'startedOn'>>;
type StepInput = Repeatable & { placementId: string };
type ContinuityInput = StepInput & { month: number; confirmedOn?: string | null };
type EndInput = StepInput & { reason: PlacementEnding; endedOn?: string | null };

export const placementMutations = {
  startPlacement: (_: unknown, { input }: { input: StartInput }, context: Context) => answer(() => start(input, context)),
  confirmContinuity: (_: unknown, { input }: { input: ContinuityInput }, context: Context) =>
    step(input, context, (placement) => confirmContinuity(placement, { month: input.month, confirmedOn: input.confirmedOn ?? context.today, today: context.today })),
  endPlacement: (_: unknown, { input }: { input: EndInput }, context: Context) =>
    step(input, context, (placement) => endPlacement(placement, { reason: input.reason, endedOn: input.endedOn ?? context.today, today: context.today })),
};

export const placementFields = {
  __resolveReference: async ({ id }: { id: string }, context: Context): Promise<Placement> => {
    const placement = await context.load.placement.load(id);
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

/** Every placement of a person or in a case, oldest first. */
export async function placementsWith(key: 'personId' | 'caseId', value: string, { load }: Context): Promise<Placement[]> {
  const placements = await load.placementsWith[key].load(value);
  return placements.toSorted((one, other) => `${one.startedOn} ${one.id}`.localeCompare(`${other.startedOn} ${other.id}`));
}

async function start(input: StartInput, { actor, employers, load, newId, placements, stamp, today, vacancies }: Context): Promise<{ placement: Placement }> {
  const { idempotencyKey: _key, startedOn = today, subsidisedBy = [], ...facts } = given(input);
  const fromProposal = facts.proposalId !== undefined || facts.vacancyId !== undefined;
  const { id: caseId } = caseToBeginIn(actor, await load.casesOfPerson.load(facts.personId), { fromProposal });
  found(await employers.get(facts.employerId), 'The employer');
  if (fromProposal) {
    const vacancy = found(await vacancies.get(facts.vacancyId ?? ''), 'The vacancy');
    assertHired(vacancy, { proposalId: facts.proposalId, personId: facts.personId, employerId: facts.employerId });
  }
  const placement: Placement = { ...facts, id: newId(input), caseId, startedOn, subsidisedBy, confirmed: [] };
  return { placement: await placements.change(placement.id, (known) => startPlacement(known, { placement, today }), stamp(input)) };
}

/** A step of a placement, by who looks after the person and the employer service that follows it up. */
function step(input: StepInput, context: Context, decide: (placement: Placement) => PlacementDecision): Promise<{ placement: Placement } | Refused> {
  return answer(async () => {
    const known = await context.placements.get(input.placementId);
    if (!known || !(await maySeePlacementsOf(known.personId, context))) throw new Refusal('NOT_FOUND', 'The placement was not found.');
    return { placement: await context.placements.change(known.id, (placement) => decide(found(placement, 'The placement')), context.stamp(input)) };
  });
}
