import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { answerOrRefuse, requireFound } from '#shared/graph/answer.ts';
import { assertMayRegister } from '../access.ts';
import { correctPerson } from '../commands/person/correct-person.ts';
import { movePerson } from '../commands/person/move-person.ts';
import { recordEmployments } from '../commands/person/record-employments.ts';
import { recordObstacles } from '../commands/person/record-obstacles.ts';
import { registerPerson } from '../commands/person/register-person.ts';
import { assertYounger, updateChildren } from '../commands/person/update-children.ts';
import { updateContact } from '../commands/person/update-contact.ts';
import { updateProfile } from '../commands/person/update-profile.ts';
import type { Context } from '../context.ts';
import type { Person, PersonDecision } from '../person/person.ts';
import { assertOccupations } from '../reference/occupations.ts';
import { assertCareTeam, assertMayChange } from '../visible-person.ts';
import type {
  CorrectPersonInput,
  MovePersonInput,
  RecordEmploymentsInput,
  RecordObstaclesInput,
  RegisterPersonInput,
  UpdateChildrenInput,
  UpdateContactInput,
  UpdateProfileInput,
} from './inputs.ts';

type PersonPayload = { person: Person };

export const personMutations = {
  registerPerson: (_: unknown, { input }: { input: RegisterPersonInput }, context: Context) =>
    answerOrRefuse(() => register(input, context)),
  correctPerson: (_: unknown, { input }: { input: CorrectPersonInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, ...corrected } = input;
      await assertMayChange(personId, context);
      return change(personId, context, (person) => correctPerson(person, { ...corrected, on: context.today }));
    }),
  updateContact: (_: unknown, { input }: { input: UpdateContactInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, ...contact } = input;
      await assertMayChange(personId, context);
      return change(personId, context, (person) => updateContact(person, { contact, on: context.today }));
    }),
  updateProfile: (_: unknown, { input }: { input: UpdateProfileInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, ...profile } = input;
      await assertMayChange(personId, context);
      assertOccupations(profile.occupations ?? []);
      return change(personId, context, (person) => updateProfile(person, { ...profile, on: context.today }));
    }),
  recordEmployments: (_: unknown, { input }: { input: RecordEmploymentsInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, ...recorded } = input;
      await assertMayChange(personId, context);
      return change(personId, context, (person) => recordEmployments(person, { ...recorded, on: context.today }));
    }),
  updateChildren: (_: unknown, { input }: { input: UpdateChildrenInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, children } = input;
      await assertMayChange(personId, context);
      return change(personId, context, (person) => {
        assertYounger(person, children);
        return updateChildren(person, { children, on: context.today });
      });
    }),
  recordObstacles: (_: unknown, { input }: { input: RecordObstaclesInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, ...recorded } = input;
      await assertCareTeam(personId, context);
      return change(personId, context, (person) => recordObstacles(person, { ...recorded, on: context.today }));
    }),
  movePerson: (_: unknown, { input }: { input: MovePersonInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { personId, municipality } = input;
      await assertMayChange(personId, context);
      assertMunicipality(municipality);
      return change(personId, context, (person) => movePerson(person, { municipality, on: context.today }));
    }),
};

/** The id tells nothing of who it is: the customer number is kept unique by the store, not by the id. */
async function register(input: RegisterPersonInput, context: Context): Promise<PersonPayload> {
  const { actor, persons, newId, stamp, today } = context;
  const { registeredOn = today, ...identity } = input;
  assertMunicipality(identity.municipality);
  assertMayRegister(actor, identity.municipality);
  const id = newId();
  const registering = { ...identity, id, registeredOn, today };
  return { person: await persons.change(id, (person) => registerPerson(person, registering), stamp) };
}

async function change(
  personId: string,
  { persons, stamp }: Context,
  command: (person: Person) => PersonDecision,
): Promise<PersonPayload> {
  return { person: await persons.change(personId, (person) => command(requireFound(person, 'The person')), stamp) };
}
