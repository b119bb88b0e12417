import { answer, found, type Refused } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { mayRegister, worksWithPersons } from '../access.ts';
import type { BenefitUnit, BenefitUnitDecision, Member } from '../benefit-unit.ts';
import { assertNotInFuture } from '../commands/assert-dates.ts';
import { endBenefit } from '../commands/end-benefit.ts';
import { formBenefitUnit } from '../commands/form-benefit-unit.ts';
import { joinBenefitUnit } from '../commands/join-benefit-unit.ts';
import { leaveBenefitUnit } from '../commands/leave-benefit-unit.ts';
import { plainText } from '../commands/plain-text.ts';
import { startBenefit } from '../commands/start-benefit.ts';
import { assertMayChange, visiblePerson, type Context } from '../context.ts';
import { assertMunicipality } from '../reference/assert-known.ts';
import { municipalityOf } from '../reference/municipalities.ts';
import type { EndBenefitInput, FormBenefitUnitInput, JoinBenefitUnitInput, LeaveBenefitUnitInput, StartBenefitInput } from './inputs.ts';

export const benefitUnitQueries = {
  benefitUnit: (_: unknown, { id }: { id: string }, context: Context) => visibleUnit(id, context),
  benefitUnits: (_: unknown, { municipality, ...page }: { municipality: string } & PageArguments, context: Context): Promise<Connection<BenefitUnit>> => {
    if (!mayRegister(context.actor, municipality)) throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
    return connection(context.benefitUnits, { where: { municipality }, sort: { by: 'number', direction: 'asc' }, visible: (unit) => mayKnow(unit, context) }, page);
  },
};

export const benefitUnitMutations = {
  formBenefitUnit: (_: unknown, { input }: { input: FormBenefitUnitInput }, context: Context) => answer(() => form(input, context)),
  joinBenefitUnit: (_: unknown, { input }: { input: JoinBenefitUnitInput }, context: Context) =>
    change(input, context, async () => {
      await assertMayChange(input.personId, context);
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

async function form(input: FormBenefitUnitInput, context: Context): Promise<{ benefitUnit: BenefitUnit }> {
  const { actor, benefitUnits, newId, stamp, today } = context;
  if (!mayRegister(actor, input.municipality)) throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
  assertMunicipality(input.municipality);
  const members = input.members.map(({ personId, role }) => ({ personId, role }));
  if (new Set(members.map(({ personId }) => personId)).size < members.length) throw new Refusal('INVALID_INPUT', 'members: everybody may be named once.');
  await Promise.all(members.map(({ personId }) => assertMayChange(personId, context)));
  const forming = { id: newId(input), number: plainText(input.number), municipality: input.municipality, formedOn: input.formedOn ?? today, members, today };
  return { benefitUnit: await benefitUnits.change(forming.id, (unit) => formBenefitUnit(unit, forming), stamp(input)) };
}

function past(field: string, day: string | null | undefined, { today }: Context): string {
  if (day !== null && day !== undefined) assertNotInFuture(field, day, today);
  return day ?? today;
}

/** A change by somebody who may know one of the members, or registers people of the municipality. */
function change(input: Repeatable & { benefitUnitId: string }, context: Context, commandOf: () => Promise<(unit: BenefitUnit) => BenefitUnitDecision>): Promise<{ benefitUnit: BenefitUnit } | Refused> {
  return answer(async () => {
    if (!worksWithPersons(context.actor)) throw new Refusal('FORBIDDEN', 'Only case managers and team leads may do this.');
    const unit = found(await context.load.unit.load(input.benefitUnitId), 'The benefit unit');
    if (!(await mayKnow(unit, context))) throw new Refusal('FORBIDDEN', 'Only those who look after its members may do this.');
    const command = await commandOf();
    return { benefitUnit: await context.benefitUnits.change(unit.id, (now) => command(found(now, 'The benefit unit')), context.stamp(input)) };
  });
}

async function visibleUnit(id: string, context: Context): Promise<BenefitUnit> {
  if (!worksWithPersons(context.actor)) throw refused('FORBIDDEN', 'You have no need to know benefit units.');
  const unit = await context.load.unit.load(id);
  if (!unit) throw refused('NOT_FOUND', 'The benefit unit was not found.');
  if (!(await mayKnow(unit, context))) throw refused('FORBIDDEN', 'You have no need to know this benefit unit.');
  return unit;
}

/** Who may know one of the members may know the unit; of the others no more than their ids and roles. */
async function mayKnow({ members, municipality }: BenefitUnit, { actor, load }: Context): Promise<boolean> {
  if (!worksWithPersons(actor)) return false;
  if (members.length === 0) return mayRegister(actor, municipality);
  const people = await Promise.all(members.map(({ personId }) => load.person.load(personId)));
  const groups = await Promise.all(people.flatMap((person) => (person ? [load.groups.load(person)] : [])));
  return groups.some((known) => known.has('PROFILE'));
}
