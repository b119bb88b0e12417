import { isDeepStrictEqual } from 'node:util';
import type { Person, PersonDecision } from '../../person/person.ts';

/** The groups of facts that `person.updated` names. */
type ChangedGroup = 'IDENTITY' | 'CONTACT' | 'PROFILE' | 'CHILDREN' | 'OBSTACLES' | 'MUNICIPALITY' | 'EMPLOYMENT';
type PersonEvents = PersonDecision['events'];

/** Says nothing when nothing changed; otherwise `person.updated` with the changed group, and `person.profiled` when the coded profile differs. */
export function sayChange(
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
      ...sayProfile(before, after, on),
    ],
  };
}

/**
 * What matching learns about a person, and nothing else. Said once the profile is complete, and from then on with every
 * change: who no longer has an occupation must not go on being matched by the old one.
 */
export function sayProfile(before: Person | null, after: Person, on: string): PersonEvents {
  const { hoursPerWeek } = after.availability;
  const worthSaying = hasCompleteProfile(after) || (before !== null && hasCompleteProfile(before));
  if (
    !worthSaying ||
    hoursPerWeek === null ||
    (before !== null && isDeepStrictEqual(profileOf(before), profileOf(after)))
  )
    return [];
  return [{ type: 'person.profiled', data: { ...profileOf(after), hoursPerWeek, profiledOn: on } }];
}

/** Enough to be matched: an occupation, hours, and a way to get to work. A qualification may be unknown. */
function hasCompleteProfile({ occupations, mobility, availability }: Person): boolean {
  return occupations.length > 0 && mobility !== 'UNKNOWN' && availability.hoursPerWeek !== null;
}

function profileOf({
  id,
  municipality,
  occupations,
  vocationalQualification,
  mobility,
  radiusKm,
  availability,
}: Person) {
  return {
    personId: id,
    municipality,
    occupations: occupations.map(({ occupation }) => occupation),
    qualification: vocationalQualification,
    mobility,
    ...(radiusKm !== undefined && { radiusKm }),
    hoursPerWeek: availability.hoursPerWeek,
    availableDayparts: availability.dayparts,
  };
}
