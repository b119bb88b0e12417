import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { findAll } from '#shared/documents/find-all.ts';
import { isTaken } from '#shared/graph/answer.ts';
import { assertMayRegister } from '../access.ts';
import type { BenefitUnit, Member } from '../benefit-unit/benefit-unit.ts';
import { timesElsewhere } from '../benefit-unit/membership.ts';
import { assertMembership } from '../commands/benefit-unit/assert-role.ts';
import { formBenefitUnit, type FormBenefitUnit } from '../commands/benefit-unit/form-benefit-unit.ts';
import type { Context } from '../context.ts';
import { plainNumber } from '../person/numbers.ts';
import { employableFrom } from '../person/employable-age.ts';
import { PeopleRefusal } from '../refusal.ts';
import { assertMayChange } from '../visible-person.ts';
import type { FormBenefitUnitInput } from './inputs.ts';

/** Forms the unit; refused for callers who may not change one of its members. */
export async function formUnit(input: FormBenefitUnitInput, context: Context): Promise<BenefitUnit> {
  const { actor, benefitUnits, newId, stamp } = context;
  assertMunicipality(input.municipality);
  assertMayRegister(actor, input.municipality);
  const personIds = input.members.map(({ personId }) => personId);
  assertFirstMembers(personIds);
  await Promise.all(personIds.map((personId) => assertMayChange(personId, context)));
  const id = newId();
  const forming = await unitToForm(id, input, context);
  return benefitUnits
    .change(id, (unit) => formBenefitUnit(unit, forming), stamp)
    .catch(async (error: unknown) => {
      // The number is taken; or somebody else was faster with one of the people, which deciding again tells.
      if (isTaken(error)) formBenefitUnit(null, await unitToForm(id, input, context));
      throw error;
    });
}

function assertFirstMembers(personIds: readonly string[]): void {
  if (personIds.length === 0)
    throw new PeopleRefusal('INVALID_INPUT', 'at least one person belongs to a benefit unit.', 'members');
  if (new Set(personIds).size < personIds.length)
    throw new PeopleRefusal('INVALID_INPUT', 'everybody may be named once.', 'members');
}

/** Looks up what the command asks about the members: their age, and when they belonged to other units. */
async function unitToForm(id: string, input: FormBenefitUnitInput, context: Context): Promise<FormBenefitUnit> {
  const { today } = context;
  const { number, municipality, formedOn = today } = input;
  const personIds = input.members.map(({ personId }) => personId);
  const units = await unitsOfPersons(personIds, context);
  const members = await Promise.all(
    input.members.map(async ({ personId, role }) => {
      const elsewhere = timesElsewhere(personId, units, id);
      const age = await employableAge(personId, context);
      assertMembership('formedOn', { role, from: formedOn, ...age });
      return { personId, role, elsewhere, ...age };
    }),
  );
  return { id, number: plainNumber(number), municipality, formedOn, members, today };
}

/** Returns the units of these people, read anew: what was done before in the same operation counts. */
export function unitsOfPersons(personIds: readonly string[], { benefitUnits }: Context): Promise<BenefitUnit[]> {
  return findAll(benefitUnits, { 'members.personId': { in: personIds } });
}

/** Returns from when a member is old enough to work: events tell it of the unit without telling a birth date. */
export async function employableAge(personId: string, { load }: Context): Promise<Pick<Member, 'employableFrom'>> {
  const person = await load.person.load(personId);
  return person ? { employableFrom: employableFrom(person.birthDate) } : {};
}
