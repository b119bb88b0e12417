import { isDeepStrictEqual } from 'node:util';
import type { Person, PersonDecision } from '../person.ts';

/** The groups of facts that `person.updated` names. */
export type FactGroup = 'IDENTITY' | 'CONTACT' | 'PROFILE' | 'CHILDREN' | 'OBSTACLES' | 'MUNICIPALITY' | 'EMPLOYMENT';

/** A person before and after: quiet when nothing changed; says which group did, and the coded profile when that is another one. */
export function sayChange(before: Person, after: Person, { group, on }: { group: FactGroup; on: string }): PersonDecision {
  if (isDeepStrictEqual(before, after)) return { state: before, events: [] };
  const { id: personId, municipality } = after;
  return {
    state: after,
    events: [
      { type: 'person.updated', data: { personId, municipality, updatedOn: on, changed: [group] } },
      ...(isDeepStrictEqual(profileOf(before), profileOf(after)) ? [] : [sayProfile(after, on)]),
    ],
  };
}

/** What matching learns about a person, and nothing else. */
export function sayProfile(person: Person, on: string): PersonDecision['events'][number] {
  return { type: 'person.profiled', data: { ...profileOf(person), profiledOn: on } };
}

function profileOf({ id, municipality, occupations, vocationalQualification, mobility, availability }: Person) {
  return {
    personId: id,
    municipality,
    occupations: occupations.map(({ occupation }) => occupation),
    qualification: vocationalQualification,
    mobility,
    hoursPerWeek: availability.hoursPerWeek,
    availableDayparts: availability.dayparts,
  };
}
