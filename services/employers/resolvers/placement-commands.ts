import { findAll } from '#shared/documents/find-all.ts';
import { answerOrRefuse, refuseWhenTaken, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { caseToBeginIn, seesHealth } from '../access.ts';
import { confirmContinuity } from '../commands/placement/confirm-continuity.ts';
import { endPlacement } from '../commands/placement/end-placement.ts';
import { startPlacement } from '../commands/placement/start-placement.ts';
import { withdrawPlacement } from '../commands/placement/withdraw-placement.ts';
import type { Context } from '../context.ts';
import type {
  Placement,
  PlacementDecision,
  PlacementEnding,
  PlacementFacts,
  PlacementKind,
  PlacementWithdrawal,
} from '../placement/placement.ts';
import type { EmployerRefusalCode } from '../refusal.ts';
import { assertHired } from '../vacancy/vacancy.ts';
import { requireMayKnow } from '../visible.ts';

type StartPlacementInput = {
  personId: string;
  employerId: string;
  kind: PlacementKind;
  hoursPerWeek: number;
  vacancyId?: string;
  proposalId?: string;
  subsidisedBy?: string[];
  startedOn?: string;
};
type ConfirmContinuityInput = { placementId: string; month: number; confirmedOn?: string };
type EndPlacementInput = { placementId: string; reason: PlacementEnding; endedOn?: string };
type WithdrawPlacementInput = { placementId: string; reason: PlacementWithdrawal };

export const placementMutations = {
  startPlacement: (_: unknown, { input }: { input: StartPlacementInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, loaders, newId, placements, stamp, today } = context;
      const fromProposal = input.proposalId !== undefined || input.vacancyId !== undefined;
      const cases = await loaders.casesOfPerson.load(input.personId);
      const team = caseToBeginIn(actor, cases, { fromProposal });
      await assertStartsAt(input, context);
      const placement: PlacementFacts = {
        startedOn: today,
        subsidisedBy: [],
        ...input,
        id: newId(),
        caseId: team.id,
        municipality: team.municipality,
        confirmed: [],
      };
      const placementsOfPerson = await findAll(placements, { personId: input.personId });
      const start = { placement, caseOpenedOn: team.openedOn, placementsOfPerson, today };
      return {
        placement: await placements
          .change(placement.id, (existing) => startPlacement(existing, start), stamp)
          .catch(refuseSecondStart),
      };
    }),
  confirmContinuity: (_: unknown, { input }: { input: ConfirmContinuityInput }, context: Context) => {
    const { today } = context;
    const { placementId, month, confirmedOn = today } = input;
    return changePlacement(placementId, context, (placement) =>
      confirmContinuity(placement, { month, confirmedOn, today }),
    );
  },
  endPlacement: (_: unknown, { input }: { input: EndPlacementInput }, context: Context) => {
    const { actor, today } = context;
    const { placementId, reason, endedOn = today } = input;
    return changePlacement(placementId, context, (placement) =>
      endPlacement(placement, { reason, endedOn, seesHealth: seesHealth(actor), today }),
    );
  },
  withdrawPlacement: (_: unknown, { input }: { input: WithdrawPlacementInput }, context: Context) =>
    changePlacement(input.placementId, context, (placement) =>
      withdrawPlacement(placement, { reason: input.reason, today: context.today }),
    ),
};

/** Refuses a start at an employer that is not there, or of somebody who was not hired for the vacancy that is named. */
async function assertStartsAt(
  { employerId, vacancyId, proposalId, personId }: StartPlacementInput,
  { employers, vacancies }: Context,
): Promise<void> {
  requireFound(await employers.get(employerId), 'The employer');
  if (vacancyId === undefined && proposalId === undefined) return;
  const vacancy = requireFound(await vacancies.get(vacancyId ?? ''), 'The vacancy');
  assertHired(vacancy, { proposalId, personId, employerId });
}

const refuseSecondStart = refuseWhenTaken(
  'ALREADY_PLACED' satisfies EmployerRefusalCode,
  'The person already works for this employer; end that placement first.',
);

/** Changes a placement for those who look after the person, and for the employer service that follows it up. */
function changePlacement(
  placementId: string,
  context: Context,
  decide: (placement: Placement) => PlacementDecision,
): Promise<{ placement: Placement } | RefusalPayload> {
  return answerOrRefuse(async () => {
    const { placements, stamp } = context;
    await requireMayKnow(await placements.get(placementId), 'The placement', context);
    return {
      placement: await placements.change(
        placementId,
        (existing) => decide(requireFound(existing, 'The placement')),
        stamp,
      ),
    };
  });
}
