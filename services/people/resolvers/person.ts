import { answer, found, type Refused } from '#shared/answer.ts';
import type { Sort, Where } from '#shared/documents/query.ts';
import { given } from '#shared/given.ts';
import { connection, type Connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { uuidOf, type Repeatable } from '#shared/request.ts';
import { mayRegister, worksWithPersons } from '../access.ts';
import { correctPerson } from '../commands/correct-person.ts';
import { movePerson } from '../commands/move-person.ts';
import { recordEmployments } from '../commands/record-employments.ts';
import { recordObstacles } from '../commands/record-obstacles.ts';
import { registerPerson } from '../commands/register-person.ts';
import { updateChildren } from '../commands/update-children.ts';
import { updateContact } from '../commands/update-contact.ts';
import { updateProfile } from '../commands/update-profile.ts';
import { visiblePerson, type Context } from '../context.ts';
import { folded, type Person, type PersonDecision } from '../person.ts';
import { assertMunicipality, assertOccupations } from '../reference/assert-known.ts';
import type { CorrectPersonInput, MovePersonInput, PersonFilter, RecordEmploymentsInput, RecordObstaclesInput, RegisterPersonInput, UpdateChildrenInput, UpdateContactInput, UpdateProfileInput } from './inputs.ts';

const sorts: Record<string, Sort> = {
  NAME: { by: 'sortName', direction: 'asc' },
  BIRTH_DATE: { by: 'birthDate', direction: 'asc' },
  NEWEST: { by: 'registeredOn', direction: 'desc' },
};

export const personQueries = {
  person: (_: unknown, { id }: { id: string }, context: Context) => visiblePerson(id, context),
  persons: (_: unknown, { filter, sort, ...page }: { filter?: PersonFilter | null; sort: string } & PageArguments, context: Context): Promise<Connection<Person>> => {
    if (!worksWithPersons(context.actor)) throw new Refusal('FORBIDDEN', 'You have no need to know people.');
    const wanted = given(filter ?? {});
    const visible = async (person: Person): Promise<boolean> =>
      (await context.load.groups.load(person)).size > 0 && (wanted.withoutOpenCase !== true || (await context.load.casesOfPerson.load(person.id)).every(({ open }) => !open));
    return connection(context.persons, { where: whereOf(wanted, context), visible, ...(sorts[sort] && { sort: sorts[sort] }) }, page);
  },
};

/** Never beyond the caller's municipalities. */
function whereOf({ municipality, name, customerNumber, bornFrom, bornTo, obstacle, vocationalQualification }: ReturnType<typeof given<PersonFilter>>, { actor }: Context): Where {
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

export const personMutations = {
  registerPerson: (_: unknown, { input }: { input: RegisterPersonInput }, context: Context) => answer(() => register(input, context)),
  correctPerson: (_: unknown, { input }: { input: CorrectPersonInput }, context: Context) =>
    change(input, context, ({ personId: _id, idempotencyKey: _key, ...corrected }) => (person) => correctPerson(person, { ...corrected, on: context.today })),
  updateContact: (_: unknown, { input }: { input: UpdateContactInput }, context: Context) =>
    change(input, context, ({ personId: _id, idempotencyKey: _key, ...contact }) => (person) => updateContact(person, { contact, on: context.today })),
  updateProfile: (_: unknown, { input }: { input: UpdateProfileInput }, context: Context) =>
    change(input, context, ({ personId: _id, idempotencyKey: _key, ...profile }) => {
      assertOccupations(profile.occupations ?? []);
      return (person) => updateProfile(person, { ...profile, on: context.today });
    }),
  recordEmployments: (_: unknown, { input }: { input: RecordEmploymentsInput }, context: Context) =>
    change(input, context, ({ personId: _id, idempotencyKey: _key, ...recorded }) => (person) => recordEmployments(person, { ...recorded, on: context.today })),
  updateChildren: (_: unknown, { input }: { input: UpdateChildrenInput }, context: Context) =>
    change(input, context, ({ children }) => (person) => updateChildren(person, { children, on: context.today })),
  recordObstacles: (_: unknown, { input }: { input: RecordObstaclesInput }, context: Context) =>
    change(input, context, ({ personId: _id, idempotencyKey: _key, ...recorded }) => (person) => recordObstacles(person, { ...recorded, on: context.today })),
  movePerson: (_: unknown, { input }: { input: MovePersonInput }, context: Context) =>
    change(input, context, ({ municipality }) => {
      assertMunicipality(municipality);
      return (person) => movePerson(person, { municipality, on: context.today });
    }),
};

/** The id a customer number always gets, so that nobody is registered twice, whichever way they come. */
export function personIdOf(customerNumber: string): string {
  return uuidOf(`person/${customerNumber}`);
}

async function register(input: RegisterPersonInput, { actor, persons, stamp, today }: Context): Promise<{ person: Person }> {
  const { registeredOn = today, idempotencyKey, ...identity } = given(input);
  if (!mayRegister(actor, identity.municipality)) throw new Refusal('FORBIDDEN', 'You do not work for this municipality.');
  assertMunicipality(identity.municipality);
  const id = personIdOf(identity.customerNumber);
  const person = await persons.change(id, (known) => {
    if (known) throw new Refusal('ALREADY_EXISTS', 'There is a person with this customer number already.');
    return registerPerson(known, { ...identity, id, registeredOn, today });
  }, stamp({ ...input, idempotencyKey }));
  return { person };
}

/** A change by somebody who looks after the person. */
function change<Input extends Repeatable & { personId: string }>(input: Input, context: Context, commandOf: (input: ReturnType<typeof given<Input>>) => (person: Person) => PersonDecision): Promise<{ person: Person } | Refused> {
  return answer(async () => {
    const known = found(await context.load.person.load(input.personId), 'The person');
    if (!(await context.load.groups.load(known)).has('SENSITIVE')) throw new Refusal('FORBIDDEN', 'Only those who look after the person may do this.');
    const command = commandOf(given(input));
    return { person: await context.persons.change(input.personId, (person) => command(found(person, 'The person')), context.stamp(input)) };
  });
}
