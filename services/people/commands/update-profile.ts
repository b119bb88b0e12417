import type { Person, PersonDecision } from '../person.ts';
import { sayChange } from './say-change.ts';

export type UpdateProfile = Partial<Pick<Person, 'languages' | 'schoolQualification' | 'vocationalQualification' | 'occupations' | 'mobility' | 'availability'>> & { on: string };

/** What the person brings to work. What is left out stays. */
export function updateProfile(person: Person, { on, ...profile }: UpdateProfile): PersonDecision {
  return sayChange(person, { ...person, ...profile }, { group: 'PROFILE', on });
}
