import { Refusal } from '#shared/refusal.ts';
import type { Person, PersonDecision } from '../person.ts';
import { sayChange } from './say-change.ts';

export type UpdateProfile = Partial<Pick<Person, 'languages' | 'schoolQualification' | 'vocationalQualification' | 'occupations' | 'mobility' | 'radiusKm' | 'availability'>> & { on: string };

/** What the person brings to work. What is left out stays. */
export function updateProfile(person: Person, { on, ...profile }: UpdateProfile): PersonDecision {
  assertOnce('languages', (profile.languages ?? []).map(({ language }) => language));
  assertOnce('occupations', (profile.occupations ?? []).map(({ occupation }) => occupation));
  return sayChange(person, { ...person, ...profile }, { group: 'PROFILE', on });
}

function assertOnce(field: string, codes: readonly string[]): void {
  if (new Set(codes).size < codes.length) throw new Refusal('INVALID_INPUT', `${field}: each may be named once.`);
}
