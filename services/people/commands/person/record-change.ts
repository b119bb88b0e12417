import { isDeepStrictEqual } from 'node:util';
import type { Person, PersonDecision } from '../../person/person.ts';

/** The groups of facts that `person.updated` names. */
type ChangedGroup = 'IDENTITY' | 'CONTACT' | 'PROFILE' | 'CHILDREN' | 'OBSTACLES' | 'MUNICIPALITY' | 'EMPLOYMENT';
type PersonEvents = PersonDecision['events'];

/**
 * Records a change of one group of facts. Nothing is announced where nothing changed; otherwise `person.updated` names
 * the group, and `person.profiled` follows where the coded profile differs.
 */
export function recordChange(
  before: Person,
  after: Person,
  { group, on }: { group: ChangedGroup; on: string },
): PersonDecision {
  if (isDeepStrictEqual(before, after)) return { state: before, events: [] };
  const { id: personId, municipality } = after;
  return {
    state: after,
    events: [
      { type: 'person.updated', data: { personId, municipality, updatedOn: on, changed: [group] } },
      ...profileEvents(before, after, on),
    ],
  };
}

/**
 * Announces what matching needs to know about a person, and nothing else: once the profile is complete, and from then
 * on with every change. A person who has no occupation any more must not go on being matched by the old one.
 */
export function profileEvents(before: Person | null, after: Person, on: string): PersonEvents {
  const { hoursPerWeek } = after.availability;
  const wasComplete = before !== null && hasCompleteProfile(before);
  if (hoursPerWeek === null || !(wasComplete || hasCompleteProfile(after))) return [];
  if (before !== null && isDeepStrictEqual(profileOf(before), profileOf(after))) return [];
  return [{ type: 'person.profiled', data: { ...profileOf(after), hoursPerWeek, profiledOn: on } }];
}

/** True with enough to be matched: an occupation, hours, and a way to get to work. A qualification may be unknown. */
function hasCompleteProfile({ occupations, mobility, availability }: Person): boolean {
  return occupations.length > 0 && mobility !== 'UNKNOWN' && availability.hoursPerWeek !== null;
}

function profileOf(person: Person) {
  const { id: personId, municipality, mobility, radiusKm, availability } = person;
  return {
    personId,
    municipality,
    occupations: person.occupations.map(({ occupation }) => occupation),
    qualification: person.vocationalQualification,
    mobility,
    ...(radiusKm !== undefined && { radiusKm }),
    hoursPerWeek: availability.hoursPerWeek,
    availableDayparts: availability.dayparts,
  };
}
