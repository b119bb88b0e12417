import { worksWithPersons } from '#shared/care-team.ts';
import { requireFound } from '#shared/graph/answer.ts';
import { assertWorksWithPersons, mayRegister } from './access.ts';
import { membersOn, type BenefitUnit, type Member } from './benefit-unit/benefit-unit.ts';
import { cutToTimes, type VisibleUnit } from './benefit-unit/cut-to-times.ts';
import type { Context } from './context.ts';
import { PeopleRefusal } from './refusal.ts';

type Request = Pick<Context, 'actor' | 'load' | 'today'>;

/**
 * True when the caller may know a current member: then the whole unit is theirs to see and to change; of its other
 * members only ids and roles.
 */
export async function mayKnowWholeUnit(unit: BenefitUnit, request: Request): Promise<boolean> {
  if (!worksWithPersons(request.actor)) return false;
  if (unit.members.length === 0) return mayRegister(request.actor, unit.municipality);
  return (await membersToKnow(presentMembers(unit, request.today), request)).length > 0;
}

/**
 * Returns the unit as the caller may see it: whole through a current member, else cut to the time of members who have
 * left. Undefined where the caller may know nobody of it.
 */
export async function visibleUnit(unit: BenefitUnit, request: Request): Promise<VisibleUnit | undefined> {
  if (!worksWithPersons(request.actor)) return undefined;
  if (await mayKnowWholeUnit(unit, request)) return unit;
  const former = await membersToKnow(unit.members, request);
  return former.length === 0 ? undefined : cutToTimes(unit, former);
}

/** Returns the unit as the caller may see it. Throws FORBIDDEN or NOT_FOUND as the field's error. */
export async function requireVisibleUnit(id: string, context: Context): Promise<VisibleUnit> {
  if (!worksWithPersons(context.actor)) throw new PeopleRefusal('FORBIDDEN', 'You have no need to know benefit units.');
  const unit = await context.load.unit.load(id);
  return requireFound((unit && (await visibleUnit(unit, context))) ?? null, 'The benefit unit');
}

/** Returns the unit to be changed. Refuses callers who may know only a former member, and tells them why. */
export async function requireChangeableUnit(id: string, context: Context): Promise<BenefitUnit> {
  assertWorksWithPersons(context.actor);
  const stored = await context.benefitUnits.get(id);
  const unit = requireFound(stored && (await visibleUnit(stored, context)) ? stored : null, 'The benefit unit');
  if (!(await mayKnowWholeUnit(unit, context)))
    throw new PeopleRefusal('FORBIDDEN', 'Only those who look after its members may do this.');
  return unit;
}

/** Returns who is in the unit today; of a unit that all have left, who left last: somebody has to finish it. */
function presentMembers(unit: BenefitUnit, today: string): Member[] {
  const present = membersOn(unit, today);
  if (present.length > 0) return present;
  const lastDay = unit.members
    .map(({ from, to }) => to ?? from)
    .sort()
    .at(-1);
  return unit.members.filter(({ from, to }) => (to ?? from) === lastDay);
}

async function membersToKnow(members: readonly Member[], { load }: Request): Promise<Member[]> {
  const mayKnow = await Promise.all(
    members.map(async ({ personId }) => {
      const person = await load.person.load(personId);
      return person !== null && (await load.factGroups.load(person)).has('PROFILE');
    }),
  );
  return members.filter((_, index) => mayKnow[index]);
}
