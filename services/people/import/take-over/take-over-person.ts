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
import type { Recipient } from '../read/recipient.ts';

export type TakeOverPerson = { personId: string; recipient: Recipient; on: string };

/** Registers a recipient, or brings what is known of them to what the list says. What the list leaves empty stays as it is. */
export function takeOverPerson(known: Person | null, { personId, recipient, on }: TakeOverPerson): PersonDecision {
  const { customerNumber, givenName, familyName, birthDate, sex, municipality } = recipient;
  const decision = inSequence<Person, PersonDecision['events'][number]>(
    registerPerson(known, {
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
  return { state: decision.state, events: known ? joined(decision.events) : firstWords(decision) };
}

function contactOf({ street, postcode, town, phone, email }: Recipient): Contact {
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

/** Years of experience, and when somebody can work, are not on the list: they stay. */
function profileOf(person: Person, recipient: Recipient): Profile {
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
    languages: [...new Map(languages.map((one) => [one.language, one])).values()],
    schoolQualification,
    vocationalQualification,
    mobility,
    occupations: [...new Set(occupations)].map(
      (occupation) => person.occupations.find((known) => known.occupation === occupation) ?? { occupation },
    ),
    availability: { ...person.availability, hoursPerWeek },
  };
}

/** A child that is known keeps what is known about its care; twins are told apart by their order. */
function childrenOf(person: Person, { children }: Recipient): Person['children'] {
  if (!children) return person.children;
  const known = [...person.children];
  return children.map((birthDate) => {
    const at = known.findIndex((child) => child.birthDate === birthDate);
    return (at >= 0 ? known.splice(at, 1)[0] : undefined) ?? { birthDate, careNeeded: [], careSecured: false };
  });
}

/** Who is new is registered with everything the list says, in one go. */
function firstWords({ state, events }: PersonDecision): PersonDecision['events'] {
  return [
    ...events.filter(({ type }) => type === 'person.registered'),
    ...profileEvents(null, state, state.registeredOn),
  ];
}

/** One list says one thing: all groups that changed together, and the profile as it is in the end. */
function joined(events: PersonDecision['events']): PersonDecision['events'] {
  const updates = events.filter((event) => event.type === 'person.updated');
  const last = updates.at(-1);
  if (!last) return events;
  const changed = [...new Set(updates.flatMap(({ data }) => data.changed))];
  return [
    { type: 'person.updated', data: { ...last.data, changed } },
    ...events.filter(({ type }) => type === 'person.profiled').slice(-1),
  ];
}
