import { requireFound } from '#shared/graph/answer.ts';
import { worksWithPersons } from '#shared/care-team.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { mayRegister } from './access.ts';
import { membersOn, type BenefitUnit, type Member } from './benefit-unit/benefit-unit.ts';
import type { Context } from './context.ts';
import { withinTimes, type SeenUnit } from './benefit-unit/cut-to-times.ts';

type Asking = Pick<Context, 'actor' | 'load' | 'today'>;

/** A caller who may know a current member may see and change the unit; of its other members only ids and roles. */
export async function mayKnowUnit(unit: BenefitUnit, asking: Asking): Promise<boolean> {
  if (!worksWithPersons(asking.actor)) return false;
  if (unit.members.length === 0) return mayRegister(asking.actor, unit.municipality);
  return (await knownOf(present(unit, asking.today), asking)).length > 0;
}

/** The unit as the caller may see it: whole through somebody in it today, else cut to the time of those who have left; undefined where they know nobody of it. */
export async function seenUnit(unit: BenefitUnit, asking: Asking): Promise<SeenUnit | undefined> {
  if (await mayKnowUnit(unit, asking)) return unit;
  const former = worksWithPersons(asking.actor) ? await knownOf(unit.members, asking) : [];
  return former.length === 0 ? undefined : withinTimes(unit, former);
}

/** Throws FORBIDDEN or NOT_FOUND as the field's error. */
export async function visibleUnit(id: string, context: Context): Promise<SeenUnit> {
  if (!worksWithPersons(context.actor)) throw fieldRefusal('FORBIDDEN', 'You have no need to know benefit units.');
  const unit = await context.load.unit.load(id);
  return requireFound((unit && (await seenUnit(unit, context))) ?? null, 'The benefit unit');
}

/** Whoever is in it today; of a unit that all have left, whoever left last: somebody has to finish it. */
function present(unit: BenefitUnit, today: string): Member[] {
  const there = membersOn(unit, today);
  if (there.length > 0) return there;
  const last = unit.members
    .map(({ from, to }) => to ?? from)
    .sort()
    .at(-1);
  return unit.members.filter(({ from, to }) => (to ?? from) === last);
}

async function knownOf(members: readonly Member[], { load }: Asking): Promise<Member[]> {
  const known = await Promise.all(
    members.map(async (member) => {
      const person = await load.person.load(member.personId);
      return person !== null && (await load.groups.load(person)).has('PROFILE');
    }),
  );
  return members.filter((_, index) => known[index]);
}
