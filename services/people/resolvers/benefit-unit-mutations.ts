import { assertNotInFuture, factDay } from '#shared/calendar/fact-day.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { answerOrRefuse, isTaken, requireFound } from '#shared/graph/answer.ts';
import type { BenefitUnit, BenefitUnitDecision } from '../benefit-unit/benefit-unit.ts';
import type { VisibleUnit } from '../benefit-unit/cut-to-times.ts';
import { assertUnderSgb2 } from '../benefit-unit/sgb2-day.ts';
import { memberOfAnotherUnit, timesElsewhere } from '../benefit-unit/membership.ts';
import { assertMembership } from '../commands/benefit-unit/assert-role.ts';
import { endBenefit } from '../commands/benefit-unit/end-benefit.ts';
import { joinBenefitUnit } from '../commands/benefit-unit/join-benefit-unit.ts';
import { leaveBenefitUnit } from '../commands/benefit-unit/leave-benefit-unit.ts';
import { moveBenefitUnit } from '../commands/benefit-unit/move-benefit-unit.ts';
import { recordBenefits } from '../commands/benefit-unit/record-benefits.ts';
import { startBenefit } from '../commands/benefit-unit/start-benefit.ts';
import type { Context } from '../context.ts';
import { assertMayChange } from '../visible-person.ts';
import { requireChangeableUnit, visibleUnit } from '../visible-unit.ts';
import { employableAge, formUnit, unitsOfPersons } from './form-benefit-unit.ts';
import type {
  EndBenefitInput,
  FormBenefitUnitInput,
  JoinBenefitUnitInput,
  LeaveBenefitUnitInput,
  MoveBenefitUnitInput,
  RecordBenefitsInput,
  StartBenefitInput,
} from './inputs.ts';

export const benefitUnitMutations = {
  formBenefitUnit: (_: unknown, { input }: { input: FormBenefitUnitInput }, context: Context) =>
    answerOrRefuse(async () => ({ benefitUnit: await formUnit(input, context) })),
  joinBenefitUnit: (_: unknown, { input }: { input: JoinBenefitUnitInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id } = await requireChangeableUnit(input.benefitUnitId, context);
      await assertMayChange(input.personId, context);
      return change(id, context, await joining(input, context));
    }),
  leaveBenefitUnit: (_: unknown, { input }: { input: LeaveBenefitUnitInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id } = await requireChangeableUnit(input.benefitUnitId, context);
      const leftOn = factDay('leftOn', input.leftOn, context.today);
      const leaving = { personId: input.personId, leftOn, today: context.today };
      return change(id, context, (unit) => leaveBenefitUnit(unit, leaving));
    }),
  moveBenefitUnit: (_: unknown, { input }: { input: MoveBenefitUnitInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id } = await requireChangeableUnit(input.benefitUnitId, context);
      assertMunicipality(input.municipality);
      const moving = { municipality: input.municipality, on: context.today };
      return change(id, context, (unit) => moveBenefitUnit(unit, moving));
    }),
  startBenefit: (_: unknown, { input }: { input: StartBenefitInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id } = await requireChangeableUnit(input.benefitUnitId, context);
      const { today } = context;
      const { startedOn = today } = input;
      assertUnderSgb2('startedOn', startedOn);
      return change(id, context, (unit) => startBenefit(unit, { startedOn, today }));
    }),
  endBenefit: (_: unknown, { input }: { input: EndBenefitInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id } = await requireChangeableUnit(input.benefitUnitId, context);
      const endedOn = factDay('endedOn', input.endedOn, context.today);
      const ending = { endedOn, reason: input.reason, today: context.today };
      return change(id, context, (unit) => endBenefit(unit, ending));
    }),
  recordBenefits: (_: unknown, { input }: { input: RecordBenefitsInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { id } = await requireChangeableUnit(input.benefitUnitId, context);
      const recorded = { benefits: input.benefits, today: context.today };
      return change(id, context, (unit) => recordBenefits(unit, recorded));
    }),
};

type UnitCommand = (unit: BenefitUnit) => BenefitUnitDecision;

async function change(
  id: string,
  context: Context,
  command: UnitCommand,
): Promise<{ benefitUnit: VisibleUnit | null }> {
  const { benefitUnits, stamp } = context;
  const changing = benefitUnits.change(id, (unit) => command(requireFound(unit, 'The benefit unit')), stamp);
  const changed = await changing.catch((error: unknown) => {
    // A unit that exists keeps its number: what is taken is the person, by another unit a moment ago.
    throw isTaken(error) ? memberOfAnotherUnit() : error;
  });
  return { benefitUnit: (await visibleUnit(changed, context)) ?? null };
}

async function joining(input: JoinBenefitUnitInput, context: Context): Promise<UnitCommand> {
  const { personId, role, leftOn } = input;
  const from = factDay('joinedOn', input.joinedOn, context.today);
  if (leftOn !== undefined) assertNotInFuture('leftOn', leftOn, context.today);
  const elsewhere = timesElsewhere(personId, await unitsOfPersons([personId], context), input.benefitUnitId);
  const age = await employableAge(personId, context);
  assertMembership('joinedOn', { role, from, ...age });
  const member = { personId, role, from, ...(leftOn !== undefined && { to: leftOn }), ...age };
  return (unit) => joinBenefitUnit(unit, member, { elsewhere, today: context.today });
}
