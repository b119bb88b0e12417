import { worksWithPersons } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import type { FactGroup } from '../access.ts';
import type { Context } from '../context.ts';
import { isLongTermRecipient } from '../person/long-term-recipient.ts';
import { plainNumber } from '../person/numbers.ts';
import type { Person } from '../person/person.ts';
import { searchKey } from '../person/search-key.ts';
import { PeopleRefusal } from '../refusal.ts';
import { requireVisiblePerson } from '../visible-person.ts';
import type { PersonFilter } from './inputs.ts';

const byName: Sort = { by: 'sortName', direction: 'asc' };
const sorts: Record<string, Sort> = {
  NAME: byName,
  BIRTH_DATE: { by: 'birthDate', direction: 'asc' },
  NEWEST: { by: 'registeredOn', direction: 'desc' },
};

export const personQueries = {
  person: (_: unknown, { id }: { id: string }, context: Context) => requireVisiblePerson(id, context),
  persons: (
    _: unknown,
    { filter = {}, sort, ...page }: { filter?: PersonFilter; sort?: string } & PageArguments,
    context: Context,
  ): Promise<Connection<Person>> => {
    if (!worksWithPersons(context.actor)) throw new PeopleRefusal('FORBIDDEN', 'You have no need to know people.');
    if (filter.municipality !== undefined) assertMunicipality(filter.municipality);
    return connection(
      loadedByPage(filter, context),
      {
        where: whereOf(filter, context),
        visible: (person) => matches(person, filter, context),
        sort: sorts[sort ?? 'NAME'] ?? byName,
      },
      page,
    );
  },
};

/** Returns the people so that a whole page is looked up at once for what `matches` asks of each person on it. */
function loadedByPage(
  { withoutOpenCase, longTermRecipient }: PersonFilter,
  { persons, load }: Context,
): Collection<Person> {
  return {
    ...persons,
    find: async (query) => {
      const page = await persons.find(query);
      const people = page.edges.map(({ node }) => node);
      const ids = people.map(({ id }) => id);
      await Promise.all([
        load.factGroups.loadMany(people),
        withoutOpenCase !== undefined && load.casesOfPerson.loadMany(ids),
        longTermRecipient !== undefined && load.unitsOfPerson.loadMany(ids),
      ]);
      return page;
    },
  };
}

/**
 * True when the person meets the conditions that the store cannot check. Who may not see a person's obstacles must not
 * find the person by them either.
 */
async function matches(
  person: Person,
  { obstacle, withoutOpenCase, longTermRecipient }: PersonFilter,
  { load, today }: Context,
): Promise<boolean> {
  const needed: FactGroup = obstacle === undefined ? 'PROFILE' : 'SENSITIVE';
  if (!(await load.factGroups.load(person)).has(needed)) return false;
  if (
    withoutOpenCase !== undefined &&
    (await load.casesOfPerson.load(person.id)).some(({ open }) => open) === withoutOpenCase
  )
    return false;
  return (
    longTermRecipient === undefined ||
    isLongTermRecipient(person, await load.benefitPeriodsOfPerson.load(person.id), today) === longTermRecipient
  );
}

/** Returns the conditions that the store checks, never beyond the caller's municipalities. */
function whereOf(
  { municipality, name, customerNumber, bornFrom, bornTo, obstacle, vocationalQualification }: PersonFilter,
  { actor }: Context,
): Where {
  const mine = actor.municipalities.filter((ags) => municipality === undefined || ags === municipality);
  const born = { ...(bornFrom !== undefined && { from: bornFrom }), ...(bornTo !== undefined && { to: bornTo }) };
  return {
    municipality: { in: mine },
    ...(name !== undefined && { sortName: { prefix: searchKey(name) } }),
    ...(customerNumber !== undefined && { customerNumber: plainNumber(customerNumber) }),
    ...(Object.keys(born).length > 0 && { birthDate: born }),
    ...(obstacle !== undefined && { obstacles: obstacle }),
    ...(vocationalQualification !== undefined && { vocationalQualification }),
  };
}
