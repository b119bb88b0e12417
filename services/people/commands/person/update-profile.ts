import { Refusal } from '#shared/refusal.ts';
import type { Person, PersonDecision } from '../../person/person.ts';
import { sayChange } from './say-change.ts';

export type UpdateProfile = Partial<
  Pick<
    Person,
    'languages' | 'schoolQualification' | 'vocationalQualification' | 'occupations' | 'mobility' | 'availability'
  >
> & { radiusKm?: number | null; on: string };

/** What the person brings to work. What is left out stays; a radius of null is not known any more. */
export function updateProfile(
  person: Person,
  { on, radiusKm = person.radiusKm, ...profile }: UpdateProfile,
): PersonDecision {
  assertOnce(
    'languages',
    (profile.languages ?? []).map(({ language }) => language),
  );
  assertOnce(
    'occupations',
    (profile.occupations ?? []).map(({ occupation }) => occupation),
  );
  const { radiusKm: _before, ...rest } = person;
  const { hoursPerWeek, dayparts } = profile.availability ?? person.availability;
  const after = {
    ...rest,
    ...profile,
    availability: { hoursPerWeek, dayparts: [...new Set(dayparts)] },
    ...(typeof radiusKm === 'number' && { radiusKm }),
  };
  return sayChange(person, after, { group: 'PROFILE', on });
}

function assertOnce(field: string, codes: readonly string[]): void {
  if (new Set(codes).size < codes.length) throw new Refusal('INVALID_INPUT', `${field}: each may be named once.`);
}
