import DataLoader from 'dataloader';
import { worksWithPersons, type CareTeam, type CareTeams } from '#shared/care-team.ts';
import type { Period } from '#shared/calendar/days.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { byKey } from '#shared/documents/by-key.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { factGroupsFor, learnsByDisclosure, type FactGroups } from './access.ts';
import { benefitPeriodsOf } from './benefit-unit/benefit-months.ts';
import type { BenefitUnit } from './benefit-unit/benefit-unit.ts';
import type { Person } from './person/person.ts';
import type { Disclosures } from './views/disclosure.ts';

/** The loaders of one request: each reads a key once, however often the query asks for it, and a whole list at once. */
export type Load = {
  person: DataLoader<string, Person | null>;
  unit: DataLoader<string, BenefitUnit | null>;
  unitsOfPerson: DataLoader<string, BenefitUnit[]>;
  /** When the person was in receipt. */
  benefitPeriodsOfPerson: DataLoader<string, Period[]>;
  casesOfPerson: DataLoader<string, CareTeam[]>;
  /** What of a person the caller may know. */
  factGroups: DataLoader<Person, FactGroups>;
};

type Sources = {
  persons: Collection<Person>;
  benefitUnits: Collection<BenefitUnit>;
  teams: CareTeams;
  disclosures: Disclosures;
};

export function peopleLoad({ persons, benefitUnits, teams, disclosures }: Sources, actor: Actor): Load {
  const unitsOfPerson = byKey(benefitUnits, 'members.personId', ({ members }) =>
    members.map(({ personId }) => personId),
  );
  const casesOfPerson = byKey(teams, 'personId', ({ personId }) => [personId]);
  const disclosuresOfPerson = byKey(disclosures, 'personId', ({ personId }) => [personId]);
  const factGroupsOf = async ({ id, municipality }: Person): Promise<FactGroups> =>
    factGroupsFor(actor, {
      municipality,
      cases: worksWithPersons(actor) || learnsByDisclosure(actor) ? await casesOfPerson.load(id) : [],
      disclosures: learnsByDisclosure(actor) ? await disclosuresOfPerson.load(id) : [],
    });
  return {
    person: new DataLoader((ids) => persons.getMany(ids)),
    unit: new DataLoader((ids) => benefitUnits.getMany(ids)),
    unitsOfPerson,
    benefitPeriodsOfPerson: keyByKey(async (id) => benefitPeriodsOf(id, await unitsOfPerson.load(id))),
    casesOfPerson,
    factGroups: keyByKey(factGroupsOf),
  };
}

/** Makes a loader of what is read for one key at a time. */
function keyByKey<Key, Value>(read: (key: Key) => Promise<Value>): DataLoader<Key, Value> {
  return new DataLoader((keys) => Promise.all(keys.map(read)));
}
