import { answer, found, type Refused } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { uuidOf, type Repeatable } from '#shared/request.ts';
import { mayRegister } from '../access.ts';
import type { BenefitUnit, BenefitUnitDecision, Member } from '../benefit-unit.ts';
import { assertNotInFuture } from '../commands/assert-dates.ts';
import { endBenefit } from '../commands/end-benefit.ts';
import { formBenefitUnit } from '../commands/form-benefit-unit.ts';
import { joinBenefitUnit } from '../commands/join-benefit-unit.ts';
import { leaveBenefitUnit } from '../commands/leave-benefit-unit.ts';
import { startBenefit } from '../commands/start-benefit.ts';
import { visiblePerson, type Context } from '../context.ts';
import { assertMunicipality } from '../reference/assert-known.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import type { EndBenefitInput, FormBenefitUnitInput, JoinBenefitUnitInput, LeaveBenefitUnitInput, StartBenefitInput } from './inputs.ts';

export const benefitUnitQueries = {
  benefitUnit: (_: unknown, { id }: { id: string }, context: Context) => visibleUnit(id, context),
  benefitUnits: (_: unknown, { municipality, ...page }: { municipality: string } & PageArguments, { actor, benefitUnits }: Context): Promise<Connection<BenefitUnit>> => {
    if (!mayRegister(actor, municipality)) throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
    return connection(benefitUnits, { where: { municipality }, sort: { by: 'number', direction: 'asc' } }, page);
  },
};

export const benefitUnitMutations = {
  formBenefitUnit: (_: unknown, { input }: { input: FormBenefitUnitInput }, context: Context) => answer(() => form(input, context)),
  joinBenefitUnit: (_: unknown, { input }: { input: JoinBenefitUnitInput }, context: Context) =>
    change(input, context, async () => {
      await assertKnown([input.personId], context);
      const from = past('joinedOn', input.joinedOn, context);
      return (unit) => joinBenefitUnit(unit, { personId: input.personId, role: input.role, from });
    }),
  leaveBenefitUnit: (_: unknown, { input }: { input: LeaveBenefitUnitInput }, context: Context) =>
    change(input, context, async () => {
      const leftOn = past('leftOn', input.leftOn, context);
      return (unit) => leaveBenefitUnit(unit, { personId: input.personId, leftOn });
    }),
  startBenefit: (_: unknown, { input }: { input: StartBenefitInput }, context: Context) =>
    change(input, context, async () => (unit) => startBenefit(unit, { startedOn: input.startedOn ?? context.today, today: context.today })),
  endBenefit: (_: unknown, { input }: { input: EndBenefitInput }, context: Context) =>
    change(input, context, async () => {
      const endedOn = past('endedOn', input.endedOn, context);
      return (unit) => endBenefit(unit, { endedOn, reason: input.reason });
    }),
};

export const benefitUnitFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleUnit(id, context),
  municipality: ({ municipality }: BenefitUnit) => municipalityOf(municipality),
};

export const memberFields = { person: ({ personId }: Member, _: unknown, context: Context) => visiblePerson(personId, context) };

/** The id a BG number always gets. */
export function benefitUnitIdOf(number: string): string {
  return uuidOf(`benefit-unit/${number}`);
}

async function form(input: FormBenefitUnitInput, context: Context): Promise<{ benefitUnit: BenefitUnit }> {
  const { actor, benefitUnits, stamp, today } = context;
  if (!mayRegister(actor, input.municipality)) throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
  assertMunicipality(input.municipality);
  await assertKnown(input.members.map(({ personId }) => personId), context);
  const id = benefitUnitIdOf(input.number);
  const { number, municipality, formedOn, members } = input;
  const benefitUnit = await benefitUnits.change(id, (unit) => {
    if (unit) throw new Refusal('ALREADY_EXISTS', 'There is a benefit unit with this number already.');
    return formBenefitUnit(unit, { id, number, municipality, formedOn: formedOn ?? today, members: members.map(({ personId, role }) => ({ personId, role })), today });
  }, stamp(input));
  return { benefitUnit };
}

async function assertKnown(personIds: readonly string[], context: Context): Promise<void> {
  for (const id of personIds) {
    const person = found(await context.load.person.load(id), 'The person');
    if (!(await context.load.groups.load(person)).has('SENSITIVE')) throw new Refusal('FORBIDDEN', 'Only those who look after the person may do this.');
  }
}

function past(field: string, day: string | null | undefined, { today }: Context): string {
  if (day !== null && day !== undefined) assertNotInFuture(field, day, today);
  return day ?? today;
}

/** A change by somebody who may know one of the members, or registers people of the municipality. */
function change<Input extends Repeatable & { benefitUnitId: string }>(input: Input, context: Context, commandOf: () => Promise<(unit: BenefitUnit) => BenefitUnitDecision>): Promise<{ benefitUnit: BenefitUnit } | Refused> {
  return answer(async () => {
    const unit = found(await context.load.unit.load(input.benefitUnitId), 'The benefit unit');
    if (!(await mayKnow(unit, context))) throw new Refusal('FORBIDDEN', 'Only those who look after its members may do this.');
    const command = await commandOf();
    return { benefitUnit: await context.benefitUnits.change(unit.id, (now) => command(found(now, 'The benefit unit')), context.stamp(input)) };
  });
}

async function visibleUnit(id: string, context: Context): Promise<BenefitUnit> {
  const unit = await context.load.unit.load(id);
  if (!unit) throw refused('NOT_FOUND', 'The benefit unit was not found.');
  if (!(await mayKnow(unit, context))) throw refused('FORBIDDEN', 'You have no need to know this benefit unit.');
  return unit;
}

async function mayKnow({ members, municipality }: BenefitUnit, { actor, load }: Context): Promise<boolean> {
  if (members.length === 0) return mayRegister(actor, municipality);
  for (const { personId } of members) {
    const person = await load.person.load(personId);
    if (person && (await load.groups.load(person)).has('SENSITIVE')) return true;
  }
  return false;
}
