import { requireFound, requireVisible } from '#shared/graph/answer.ts';
import { worksWithPersons, type CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { Refusal } from '#shared/refusal.ts';
import type { ServiceRequest } from '#shared/graph/request.ts';
import { learnsByDisclosure, type FactGroup } from './access.ts';
import type { BenefitUnit } from './benefit-unit/benefit-unit.ts';
import type { Importing } from './import/graph/import-context.ts';
import { peopleLoad, type Load } from './load.ts';
import type { Person } from './person/person.ts';
import type { SituationReleases } from './situation/release-situation.ts';
import type { Disclosures } from './views/disclosure.ts';

export type Stores = {
  persons: Collection<Person>;
  benefitUnits: Collection<BenefitUnit>;
  teams: CareTeams;
  disclosures: Disclosures;
  situationReleases: SituationReleases;
};

type PeopleContext = Stores & { load: Load };
export type Context = ServiceRequest & PeopleContext & { importing: Importing };

export function peopleContext(stores: Stores, actor: Actor): PeopleContext {
  return { ...stores, load: peopleLoad(stores, actor) };
}

/** The person, if the caller may know anything about them. Throws FORBIDDEN or NOT_FOUND as the field's error. */
export async function visiblePerson(id: string, { actor, load }: Context): Promise<Person> {
  const person = worksWithPersons(actor) || learnsByDisclosure(actor) ? await load.person.load(id) : null;
  const known = person && (await load.groups.load(person)).size > 0 ? person : null;
  // Nobody learns whether an id is that of somebody they may not know: the answer goes by who asks.
  if (!known && !worksWithPersons(actor)) throw fieldRefusal('FORBIDDEN', 'You have no need to know this person.');
  return requireFound(known, 'The person');
}

/** Refuses a change of somebody the caller does not work with; answers what of the person they may know. */
export async function assertMayChange(personId: string, { actor, load }: Context): Promise<ReadonlySet<FactGroup>> {
  if (!worksWithPersons(actor)) throw new Refusal('FORBIDDEN', 'Only case managers and team leads may do this.');
  const person = requireFound(await load.person.load(personId), 'The person');
  return requireVisible(await load.groups.load(person), (groups) => groups.has('PROFILE'), 'The person');
}
