import { worksWithPersons } from '#shared/care-team.ts';
import type { Collection } from '#shared/documents/documents.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { FactGroup } from '../access.ts';
import { visiblePerson, type Context } from '../context.ts';
import { folded } from '../person/search-key.ts';
import { isLongTermRecipient } from '../person/long-term-recipient.ts';
import type { Person } from '../person/person.ts';
import type { PersonFilter } from './inputs.ts';

const byName: Sort = { by: 'sortName', direction: 'asc' };
const sorts: Record<string, Sort> = {
  NAME: byName,
  BIRTH_DATE: { by: 'birthDate', direction: 'asc' },
  NEWEST: { by: 'registeredOn', direction: 'desc' },
};

export const personQueries = {
  person: (_: unknown, { id }: { id: string }, context: Context) => visiblePerson(id, context),
  persons: (
    _: unknown,
    { filter, sort, ...page }: { filter?: PersonFilter; sort?: string } & PageArguments,
    context: Context,
  ): Promise<Connection<Person>> => {
    if (!worksWithPersons(context.actor)) throw new Refusal('FORBIDDEN', 'You have no need to know people.');
    const wanted = filter ?? {};
    if (wanted.municipality !== undefined) assertMunicipality(wanted.municipality);
    return connection(
      judgedByPage(wanted, context),
      {
        where: whereOf(wanted, context),
        visible: (person) => isWanted(person, wanted, context),
        sort: sorts[sort ?? 'NAME'] ?? byName,
      },
      page,
    );
  },
};

/** Looks up for a whole page at once what `isWanted` asks of each person on it. */
function judgedByPage(
  { withoutOpenCase, longTermRecipient }: PersonFilter,
  { persons, load }: Context,
): Collection<Person> {
  return {
    ...persons,
    find: async (asked) => {
      const page = await persons.find(asked);
      const people = page.edges.map(({ node }) => node);
      const ids = people.map(({ id }) => id);
      await Promise.all([
        load.groups.loadMany(people),
        withoutOpenCase !== undefined && load.casesOfPerson.loadMany(ids),
        longTermRecipient !== undefined && load.unitsOfPerson.loadMany(ids),
      ]);
      return page;
    },
  };
}

/** What the store cannot tell. Who may not see a person's obstacles must not find the person by them either. */
async function isWanted(
  person: Person,
  { obstacle, withoutOpenCase, longTermRecipient }: PersonFilter,
  { load, today }: Context,
): Promise<boolean> {
  const needed: FactGroup = obstacle === undefined ? 'PROFILE' : 'SENSITIVE';
  if (!(await load.groups.load(person)).has(needed)) return false;
  if (
    withoutOpenCase !== undefined &&
    (await load.casesOfPerson.load(person.id)).some(({ open }) => open) === withoutOpenCase
  )
    return false;
  return (
    longTermRecipient === undefined ||
    isLongTermRecipient(person, await load.periodsOfPerson.load(person.id), today) === longTermRecipient
  );
}

/** Never beyond the caller's municipalities. */
function whereOf(
  { municipality, name, customerNumber, bornFrom, bornTo, obstacle, vocationalQualification }: PersonFilter,
  { actor }: Context,
): Where {
  const mine = actor.municipalities.filter((ags) => municipality === undefined || ags === municipality);
  const born = { ...(bornFrom !== undefined && { from: bornFrom }), ...(bornTo !== undefined && { to: bornTo }) };
  return {
    municipality: { in: mine },
    ...(name !== undefined && { sortName: { prefix: folded(name) } }),
    ...(customerNumber !== undefined && { customerNumber }),
    ...(Object.keys(born).length > 0 && { birthDate: born }),
    ...(obstacle !== undefined && { obstacles: obstacle }),
    ...(vocationalQualification !== undefined && { vocationalQualification }),
  };
}
