import { answerOrRefuse, refuseWhenTaken, requireFound, isTaken, type RefusalPayload } from '#shared/graph/answer.ts';
import { worksWithPersons } from '#shared/care-team.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { assertNotInFuture, factDay } from '#shared/calendar/fact-day.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import { Refusal } from '#shared/refusal.ts';
import { assertMayRegister } from '../access.ts';
import type { BenefitUnit, BenefitUnitDecision, Member } from '../benefit-unit/benefit-unit.ts';
import { assertRole } from '../commands/benefit-unit/assert-role.ts';
import { endBenefit } from '../commands/benefit-unit/end-benefit.ts';
import { formBenefitUnit } from '../commands/benefit-unit/form-benefit-unit.ts';
import { joinBenefitUnit } from '../commands/benefit-unit/join-benefit-unit.ts';
import { leaveBenefitUnit } from '../commands/benefit-unit/leave-benefit-unit.ts';
import { moveBenefitUnit } from '../commands/benefit-unit/move-benefit-unit.ts';
import { recordBenefits } from '../commands/benefit-unit/record-benefits.ts';
import { startBenefit } from '../commands/benefit-unit/start-benefit.ts';
import { assertMayChange, type Context } from '../context.ts';
import { employableFrom } from '../person/employable-age.ts';
import { timesElsewhere } from '../benefit-unit/membership.ts';
import { mayKnowUnit, seenUnit } from '../visible-unit.ts';
import type { SeenUnit } from '../benefit-unit/cut-to-times.ts';
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
    answerOrRefuse(() => form(input, context)),
  joinBenefitUnit: (_: unknown, { input }: { input: JoinBenefitUnitInput }, context: Context) =>
    change(input, context, async () => {
      const { personId, role, benefitUnitId } = input;
      await assertMayChange(personId, context);
      const from = factDay('joinedOn', input.joinedOn, context.today);
      const to = input.leftOn ?? undefined;
      if (to !== undefined) assertNotInFuture('leftOn', to, context.today);
      const elsewhere = timesElsewhere(personId, await unitsOf([personId], context), benefitUnitId);
      const old = await oldEnough(personId, context);
      assertRole({ role, from, ...old });
      return (unit) =>
        joinBenefitUnit(
          unit,
          { personId, role, from, ...(to !== undefined && { to }), ...old },
          { elsewhere, today: context.today },
        );
    }),
  leaveBenefitUnit: (_: unknown, { input }: { input: LeaveBenefitUnitInput }, context: Context) =>
    change(input, context, async () => {
      const leftOn = factDay('leftOn', input.leftOn, context.today);
      return (unit) => leaveBenefitUnit(unit, { personId: input.personId, leftOn, today: context.today });
    }),
  moveBenefitUnit: (_: unknown, { input }: { input: MoveBenefitUnitInput }, context: Context) =>
    change(input, context, async () => {
      assertMunicipality(input.municipality);
      return (unit) => moveBenefitUnit(unit, { municipality: input.municipality, on: context.today });
    }),
  startBenefit: (_: unknown, { input }: { input: StartBenefitInput }, context: Context) =>
    change(
      input,
      context,
      async () => (unit) => startBenefit(unit, { startedOn: input.startedOn ?? context.today, today: context.today }),
    ),
  endBenefit: (_: unknown, { input }: { input: EndBenefitInput }, context: Context) =>
    change(input, context, async () => {
      const endedOn = factDay('endedOn', input.endedOn, context.today);
      return (unit) => endBenefit(unit, { endedOn, reason: input.reason, today: context.today });
    }),
  recordBenefits: (_: unknown, { input }: { input: RecordBenefitsInput }, context: Context) =>
    change(
      input,
      context,
      async () => (unit) => recordBenefits(unit, { benefits: input.benefits, today: context.today }),
    ),
};

type UnitPayload = { benefitUnit: SeenUnit | null };

async function form(input: FormBenefitUnitInput, context: Context): Promise<UnitPayload> {
  const { actor, benefitUnits, newId, stamp, today } = context;
  assertMunicipality(input.municipality);
  assertMayRegister(actor, input.municipality);
  const ids = input.members.map(({ personId }) => personId);
  if (ids.length === 0) throw new Refusal('INVALID_INPUT', 'members: at least one person belongs to a benefit unit.');
  if (new Set(ids).size < ids.length) throw new Refusal('INVALID_INPUT', 'members: everybody may be named once.');
  await Promise.all(ids.map((personId) => assertMayChange(personId, context)));
  const { number, municipality, formedOn } = input;
  const id = newId();
  const decide = async () => {
    const units = await unitsOf(ids, context);
    const members = await Promise.all(
      input.members.map(async ({ personId, role }) => {
        const elsewhere = timesElsewhere(personId, units, id);
        const old = await oldEnough(personId, context);
        assertRole({ role, from: formedOn ?? today, ...old });
        return { personId, role, elsewhere, ...old };
      }),
    );
    return (unit: BenefitUnit | null) =>
      formBenefitUnit(unit, {
        id,
        number: plainText(number),
        municipality,
        formedOn: formedOn ?? today,
        members,
        today,
      });
  };
  const forming = benefitUnits.change(id, await decide(), stamp);
  // The number is taken; or somebody else was faster with one of the people, which is said by deciding again.
  const benefitUnit = await forming.catch(async (error: unknown) => {
    if (isTaken(error)) (await decide())(null);
    throw error;
  });
  return { benefitUnit };
}

/** Read anew: what was done before in the same operation counts. */
function unitsOf(personIds: readonly string[], { benefitUnits }: Context): Promise<BenefitUnit[]> {
  return findAll(benefitUnits, { 'members.personId': { in: personIds } });
}

/** From when a member is old enough to work; events say it of the unit without saying a birth date. */
async function oldEnough(personId: string, { load }: Context): Promise<Pick<Member, 'employableFrom'>> {
  const person = await load.person.load(personId);
  return person ? { employableFrom: employableFrom(person.birthDate) } : {};
}

/** A change by somebody who may know one of those who belong to it. */
function change(
  input: { benefitUnitId: string },
  context: Context,
  commandOf: () => Promise<(unit: BenefitUnit) => BenefitUnitDecision>,
): Promise<UnitPayload | RefusalPayload> {
  return answerOrRefuse(async () => {
    if (!worksWithPersons(context.actor))
      throw new Refusal('FORBIDDEN', 'Only case managers and team leads may do this.');
    const unit = await changeable(input.benefitUnitId, context);
    const command = await commandOf();
    const changing = context.benefitUnits.change(
      unit.id,
      (now) => command(requireFound(now, 'The benefit unit')),
      context.stamp,
    );
    return { benefitUnit: (await seenUnit(await changing.catch(explained), context)) ?? null };
  });
}

/** Whoever knows only somebody who has left it sees their time in it, and is told why it is not theirs to change. */
async function changeable(id: string, context: Context): Promise<BenefitUnit> {
  const unit = await context.benefitUnits.get(id);
  const known = requireFound(unit && (await seenUnit(unit, context)) ? unit : null, 'The benefit unit');
  if (!(await mayKnowUnit(known, context)))
    throw new Refusal('FORBIDDEN', 'Only those who look after its members may do this.');
  return known;
}

/** A unit that exists keeps its number: what is taken is the person, by another unit a moment ago. */
const explained = refuseWhenTaken(
  'MEMBER_OF_ANOTHER_UNIT',
  'The person belongs to another benefit unit in that time: they leave it first.',
);
