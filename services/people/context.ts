import DataLoader from 'dataloader';
import { casesOf, type CareTeam, type CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { Actor } from '#shared/identity.ts';
import { refused } from '#shared/graph-error.ts';
import type { ServiceRequest } from '#shared/request.ts';
import { groupsFor, type FactGroup } from './access.ts';
import type { BenefitUnit } from './benefit-unit.ts';
import type { Importing } from './import/import-context.ts';
import type { Person } from './person.ts';
import type { Releases } from './situation/released.ts';
import type { Disclosures } from './views/disclosure.ts';

export type Stores = { persons: Collection<Person>; benefitUnits: Collection<BenefitUnit>; teams: CareTeams; disclosures: Disclosures; situationReleases: Releases };

export type PeopleContext = Stores & {
  /** What is read once per request, however often the query asks for it. */
  load: {
    person: DataLoader<string, Person | null>;
    unit: DataLoader<string, BenefitUnit | null>;
    unitsOfPerson: DataLoader<string, BenefitUnit[]>;
    casesOfPerson: DataLoader<string, CareTeam[]>;
    /** What of a person the caller may know. */
    groups: DataLoader<Person, ReadonlySet<FactGroup>>;
  };
};
export type Context = ServiceRequest & PeopleContext & { importing: Importing };

export function peopleContext(stores: Stores, actor: Actor): PeopleContext {
  const { persons, benefitUnits, teams, disclosures } = stores;
  const disclosed = async (personId: string) => (await disclosures.find({ where: { personId }, first: 1000 })).edges.map(({ node }) => node);
  const units = async (personId: string) => (await benefitUnits.find({ where: { 'members.personId': personId }, first: 100 })).edges.map(({ node }) => node);
  const each = <Key, Value>(read: (key: Key) => Promise<Value>) => new DataLoader<Key, Value>((keys) => Promise.all(keys.map(read)));
  const casesOfPerson = each((personId: string) => casesOf(teams, personId));
  return {
    ...stores,
    load: {
      person: new DataLoader((ids) => persons.getMany(ids)),
      unit: new DataLoader((ids) => benefitUnits.getMany(ids)),
      unitsOfPerson: each(units),
      casesOfPerson,
      groups: each(async (person: Person) => groupsFor(actor, { municipality: person.municipality, cases: await casesOfPerson.load(person.id), disclosures: await disclosed(person.id) })),
    },
  };
}

/** The person, if the caller may know anything about them. Throws FORBIDDEN or NOT_FOUND as the field's error. */
export async function visiblePerson(id: string, { load }: Context): Promise<Person> {
  const person = await load.person.load(id);
  if (!person) throw refused('NOT_FOUND', 'The person was not found.');
  if ((await load.groups.load(person)).size === 0) throw refused('FORBIDDEN', 'You have no need to know this person.');
  return person;
}
