import type { Person, PersonDecision } from '../../person/person.ts';
import { PeopleRefusal } from '../../refusal.ts';
import { recordChange } from './record-change.ts';

export type UpdateProfile = Partial<
  Pick<
    Person,
    'languages' | 'schoolQualification' | 'vocationalQualification' | 'occupations' | 'mobility' | 'availability'
  >
> & { radiusKm?: number | null; on: string };

/** Changes what the person brings to work. What is left out stays; a radius of null is removed. */
export function updateProfile(
  person: Person,
  { on, radiusKm = person.radiusKm, ...profile }: UpdateProfile,
): PersonDecision {
  const { languages = [], occupations = [], availability = person.availability } = profile;
  assertOnce(
    'languages',
    languages.map(({ language }) => language),
  );
  assertOnce(
    'occupations',
    occupations.map(({ occupation }) => occupation),
  );
  const { radiusKm: _before, ...withoutRadius } = person;
  const { hoursPerWeek, dayparts } = availability;
  const after = {
    ...withoutRadius,
    ...profile,
    availability: { hoursPerWeek, dayparts: [...new Set(dayparts)] },
    ...(typeof radiusKm === 'number' && { radiusKm }),
  };
  return recordChange(person, after, { group: 'PROFILE', on });
}

function assertOnce(field: string, codes: readonly string[]): void {
  if (new Set(codes).size < codes.length) throw new PeopleRefusal('INVALID_INPUT', 'each may be named once.', field);
}
