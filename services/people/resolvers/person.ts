import { answerOrRefuse, requireFound, type RefusalPayload } from '#shared/graph/answer.ts';
import { assertMunicipality } from '#shared/codes/municipalities.ts';
import { Refusal } from '#shared/refusal.ts';
import { assertMayRegister } from '../access.ts';
import { correctPerson } from '../commands/person/correct-person.ts';
import { movePerson } from '../commands/person/move-person.ts';
import { recordEmployments } from '../commands/person/record-employments.ts';
import { recordObstacles } from '../commands/person/record-obstacles.ts';
import { registerPerson } from '../commands/person/register-person.ts';
import { assertYounger, updateChildren } from '../commands/person/update-children.ts';
import { updateContact } from '../commands/person/update-contact.ts';
import { updateProfile } from '../commands/person/update-profile.ts';
import { assertMayChange, type Context } from '../context.ts';
import type { Person, PersonDecision } from '../person/person.ts';
import { assertOccupations } from '../reference/assert-known.ts';
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

export const personMutations = {
  registerPerson: (_: unknown, { input }: { input: RegisterPersonInput }, context: Context) =>
    answerOrRefuse(() => register(input, context)),
  correctPerson: (_: unknown, { input }: { input: CorrectPersonInput }, context: Context) =>
    change(
      input,
      context,
      ({ personId: _id, ...corrected }) =>
        (person) =>
          correctPerson(person, { ...corrected, on: context.today }),
    ),
  updateContact: (_: unknown, { input }: { input: UpdateContactInput }, context: Context) =>
    change(input, context, ({ personId: _id, ...contact }) => {
      return (person) => updateContact(person, { contact, on: context.today });
    }),
  updateProfile: (_: unknown, { input }: { input: UpdateProfileInput }, context: Context) =>
    change(input, context, ({ personId: _id, ...profile }) => {
      assertOccupations(profile.occupations ?? []);
      return (person) =>
        updateProfile(person, {
          ...profile,
          on: context.today,
        });
    }),
  recordEmployments: (_: unknown, { input }: { input: RecordEmploymentsInput }, context: Context) =>
    change(
      input,
      context,
      ({ personId: _id, ...recorded }) =>
        (person) =>
          recordEmployments(person, { ...recorded, on: context.today }),
    ),
  updateChildren: (_: unknown, { input }: { input: UpdateChildrenInput }, context: Context) =>
    change(input, context, ({ children }) => (person) => {
      assertYounger(person, children);
      return updateChildren(person, { children, on: context.today });
    }),
  recordObstacles: (_: unknown, { input }: { input: RecordObstaclesInput }, context: Context) =>
    answerOrRefuse(async () => {
      await assertCareTeam(input.personId, context);
      const { obstacles, severelyDisabled } = input;
      const recorded = { obstacles, ...(severelyDisabled !== undefined && { severelyDisabled }), on: context.today };
      return {
        person: await context.persons.change(
          input.personId,
          (person) => recordObstacles(requireFound(person, 'The person'), recorded),
          context.stamp,
        ),
      };
    }),
  movePerson: (_: unknown, { input }: { input: MovePersonInput }, context: Context) =>
    change(input, context, ({ municipality }) => {
      assertMunicipality(municipality);
      return (person) => movePerson(person, { municipality, on: context.today });
    }),
};

/** The id tells nothing of who it is: the customer number is kept unique by the store, not by the id. */
async function register(
  input: RegisterPersonInput,
  { actor, persons, newId, stamp, today }: Context,
): Promise<{ person: Person }> {
  const { registeredOn = today, ...identity } = input;
  assertMunicipality(identity.municipality);
  assertMayRegister(actor, identity.municipality);
  const id = newId();
  return {
    person: await persons.change(id, (known) => registerPerson(known, { ...identity, id, registeredOn, today }), stamp),
  };
}

/** A change by somebody who works with the person. */
function change<Input extends { personId: string }>(
  input: Input,
  context: Context,
  commandOf: (input: Input) => (person: Person) => PersonDecision,
): Promise<{ person: Person } | RefusalPayload> {
  return answerOrRefuse(async () => {
    await assertMayChange(input.personId, context);
    const command = commandOf(input);
    return {
      person: await context.persons.change(
        input.personId,
        (person) => command(requireFound(person, 'The person')),
        context.stamp,
      ),
    };
  });
}

/** Obstacles are asked and written down by the care team. */
async function assertCareTeam(personId: string, context: Context): Promise<void> {
  const groups = await assertMayChange(personId, context);
  if (!groups.has('SENSITIVE'))
    throw new Refusal(
      'CASE_UNKNOWN',
      'No open case of this person is known here yet: open one, or try again in a moment.',
    );
}
