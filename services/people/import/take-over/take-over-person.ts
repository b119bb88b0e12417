import { correctPerson } from '../../commands/person/correct-person.ts';
import { movePerson } from '../../commands/person/move-person.ts';
import { recordObstacles } from '../../commands/person/record-obstacles.ts';
import { registerPerson } from '../../commands/person/register-person.ts';
import { profileEvents } from '../../commands/person/record-change.ts';
import { updateChildren } from '../../commands/person/update-children.ts';
import { updateContact } from '../../commands/person/update-contact.ts';
import { updateProfile } from '../../commands/person/update-profile.ts';
import type { Contact, Person, PersonDecision } from '../../person/person.ts';
import { inSequence } from '../plan/in-sequence.ts';
import type { ListedRecipient } from '../read/listed-recipient.ts';

export type TakeOverPerson = { personId: string; recipient: ListedRecipient; on: string };

/**
 * Registers a recipient, or brings the registered person to what the list says. What the list leaves empty stays as it
 * is.
 */
export function takeOverPerson(registered: Person | null, { personId, recipient, on }: TakeOverPerson): PersonDecision {
  const { customerNumber, givenName, familyName, birthDate, sex, municipality } = recipient;
  const decision = inSequence<Person, PersonDecision['events'][number]>(
    registerPerson(registered, {
      id: personId,
      customerNumber,
      givenName,
      familyName,
      birthDate,
      sex,
      municipality,
      registeredOn: on,
      today: on,
    }),
    (person) => correctPerson(person, { customerNumber, givenName, familyName, birthDate, sex, on }),
    (person) => movePerson(person, { municipality, on }),
    (person) => updateContact(person, { contact: contactOf(recipient), on }),
    (person) => updateProfile(person, { ...profileOf(person, recipient), on }),
    (person) => updateChildren(person, { children: childrenOf(person, recipient), on }),
    (person) =>
      recordObstacles(person, {
        obstacles: recipient.obstacles ?? person.obstacles,
        severelyDisabled: recipient.severelyDisabled ?? person.severelyDisabled,
        on,
      }),
  );
  return { state: decision.state, events: registered ? oneUpdate(decision.events) : registrationEvents(decision) };
}

function contactOf({ street, postcode, town, phone, email }: ListedRecipient): Contact {
  return {
    ...(street && { street }),
    ...(postcode && { postcode }),
    ...(town && { town }),
    ...(phone && { phone }),
    ...(email && { email }),
  };
}

type Profile = Pick<
  Person,
  'languages' | 'schoolQualification' | 'vocationalQualification' | 'occupations' | 'mobility' | 'availability'
>;

/** Returns the profile as the list has it. Years of experience and dayparts are not on the list: they stay. */
function profileOf(person: Person, recipient: ListedRecipient): Profile {
  const {
    languages = person.languages,
    schoolQualification = person.schoolQualification,
    vocationalQualification = person.vocationalQualification,
    mobility = person.mobility,
  } = recipient;
  const {
    occupations = person.occupations.map(({ occupation }) => occupation),
    hoursPerWeek = person.availability.hoursPerWeek,
  } = recipient;
  return {
    languages: [...new Map(languages.map((entry) => [entry.language, entry])).values()],
    schoolQualification,
    vocationalQualification,
    mobility,
    occupations: [...new Set(occupations)].map(
      (occupation) => person.occupations.find((earlier) => earlier.occupation === occupation) ?? { occupation },
    ),
    availability: { ...person.availability, hoursPerWeek },
  };
}

/** Returns the children of the list. A registered child keeps its care; twins are told apart by their order. */
function childrenOf(person: Person, { children }: ListedRecipient): Person['children'] {
  if (!children) return person.children;
  const registered = [...person.children];
  return children.map((birthDate) => {
    const at = registered.findIndex((child) => child.birthDate === birthDate);
    return (at >= 0 ? registered.splice(at, 1)[0] : undefined) ?? { birthDate, careNeeded: [], careSecured: false };
  });
}

/** Returns the events about a new person, who is registered with everything the list says at once. */
function registrationEvents({ state, events }: PersonDecision): PersonDecision['events'] {
  return [
    ...events.filter(({ type }) => type === 'person.registered'),
    ...profileEvents(null, state, state.registeredOn),
  ];
}

/** Joins the updates of one list: all changed groups together, and the profile as it is in the end. */
function oneUpdate(events: PersonDecision['events']): PersonDecision['events'] {
  const updates = events.filter((event) => event.type === 'person.updated');
  const last = updates.at(-1);
  if (!last) return events;
  const changed = [...new Set(updates.flatMap(({ data }) => data.changed))];
  return [
    { type: 'person.updated', data: { ...last.data, changed } },
    ...events.filter(({ type }) => type === 'person.profiled').slice(-1),
  ];
}
