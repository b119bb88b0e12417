import DataLoader from 'dataloader';
import type { CareTeam, CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { Actor } from '#shared/identity.ts';
import { groupsFor, learnsByDisclosure, worksWithPersons, type FactGroup } from './access.ts';
import { benefitPeriodsOf, type Period } from './benefit-months.ts';
import type { BenefitUnit } from './benefit-unit.ts';
import { findAll } from './import/find-all.ts';
import type { Person } from './person.ts';
import type { Disclosures } from './views/disclosure.ts';

/** What is read once per request, however often the query asks for it, and for a whole list at once. */
export type Load = {
  person: DataLoader<string, Person | null>;
  unit: DataLoader<string, BenefitUnit | null>;
  unitsOfPerson: DataLoader<string, BenefitUnit[]>;
  /** When the person was in receipt. */
  periodsOfPerson: DataLoader<string, Period[]>;
  casesOfPerson: DataLoader<string, CareTeam[]>;
  /** What of a person the caller may know. */
  groups: DataLoader<Person, ReadonlySet<FactGroup>>;
};

type Sources = { persons: Collection<Person>; benefitUnits: Collection<BenefitUnit>; teams: CareTeams; disclosures: Disclosures };

export function peopleLoad({ persons, benefitUnits, teams, disclosures }: Sources, actor: Actor): Load {
  const unitsOfPerson = perPerson((ids) => findAll(benefitUnits, { 'members.personId': { in: ids } }), ({ members }) => members.map(({ personId }) => personId));
  const casesOfPerson = perPerson((ids) => findAll(teams, { personId: { in: ids } }), ({ personId }) => [personId]);
  const disclosuresOfPerson = perPerson((ids) => findAll(disclosures, { personId: { in: ids } }), ({ personId }) => [personId]);
  const groups = async ({ id, municipality }: Person): Promise<ReadonlySet<FactGroup>> => groupsFor(actor, {
    municipality,
    cases: worksWithPersons(actor) || learnsByDisclosure(actor) ? await casesOfPerson.load(id) : [],
    disclosures: learnsByDisclosure(actor) ? await disclosuresOfPerson.load(id) : [],
  });
  return {
    person: new DataLoader((ids) => persons.getMany(ids)),
    unit: new DataLoader((ids) => benefitUnits.getMany(ids)),
    unitsOfPerson,
    periodsOfPerson: each(async (id) => benefitPeriodsOf(id, await unitsOfPerson.load(id))),
    casesOfPerson,
    groups: each(groups),
  };
}

function each<Key, Value>(read: (key: Key) => Promise<Value>): DataLoader<Key, Value> {
  return new DataLoader((keys) => Promise.all(keys.map(read)));
}

/** One look for everybody asked about; what is found is handed to each person it is about. */
function perPerson<Found>(find: (personIds: readonly string[]) => Promise<Found[]>, personIdsOf: (found: Found) => string[]): DataLoader<string, Found[]> {
  return new DataLoader(async (ids: readonly string[]) => {
    const byPerson = new Map<string, Found[]>(ids.map((id) => [id, []]));
    for (const found of await find(ids)) {
      for (const personId of new Set(personIdsOf(found))) byPerson.get(personId)?.push(found);
    }
    return ids.map((id) => byPerson.get(id) ?? []);
  });
}
