import { worksWithPersons } from '#shared/care-team.ts';
import { requireFound, requireVisible } from '#shared/graph/answer.ts';
import { assertWorksWithPersons, learnsByDisclosure, type FactGroups } from './access.ts';
import type { Context } from './context.ts';
import type { Person } from './person/person.ts';
import { PeopleRefusal } from './refusal.ts';

/**
 * Returns the person, if the caller may know anything about them. Throws FORBIDDEN or NOT_FOUND as the field's error.
 */
export async function requireVisiblePerson(id: string, { actor, load }: Context): Promise<Person> {
  const person = worksWithPersons(actor) || learnsByDisclosure(actor) ? await load.person.load(id) : null;
  const visible = person && (await load.factGroups.load(person)).size > 0 ? person : null;
  // Nobody learns whether an id is that of somebody they may not know: the answer goes by who asks.
  if (!visible && !worksWithPersons(actor))
    throw new PeopleRefusal('FORBIDDEN', 'You have no need to know this person.');
  return requireFound(visible, 'The person');
}

/** Refuses a change of somebody the caller does not work with. Returns what of the person the caller may know. */
export async function assertMayChange(personId: string, { actor, load }: Context): Promise<FactGroups> {
  assertWorksWithPersons(actor);
  const person = requireFound(await load.person.load(personId), 'The person');
  return requireVisible(await load.factGroups.load(person), (groups) => groups.has('PROFILE'), 'The person');
}

/** Refuses everybody but the care team: obstacles are asked and written down by them. */
export async function assertCareTeam(personId: string, context: Context): Promise<void> {
  const groups = await assertMayChange(personId, context);
  if (!groups.has('SENSITIVE'))
    throw new PeopleRefusal(
      'CASE_UNKNOWN',
      'No open case of this person is known here yet: open one, or try again in a moment.',
    );
}
