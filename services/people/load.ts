import DataLoader from 'dataloader';
import { worksWithPersons, type CareTeam, type CareTeams } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import { byKey } from '#shared/documents/by-key.ts';
import type { Actor } from '#shared/identity/identity.ts';
import { groupsFor, learnsByDisclosure, type FactGroup } from './access.ts';
import { benefitPeriodsOf, type Period } from './benefit-unit/benefit-months.ts';
import type { BenefitUnit } from './benefit-unit/benefit-unit.ts';
import type { Person } from './person/person.ts';
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
  const groups = async ({ id, municipality }: Person): Promise<ReadonlySet<FactGroup>> =>
    groupsFor(actor, {
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
