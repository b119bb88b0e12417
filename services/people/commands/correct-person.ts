import { sortNameOf, type Person, type PersonDecision } from '../person.ts';
import { assertNotInFuture } from './assert-dates.ts';
import { plainText } from './plain-text.ts';
import { sayChange } from './say-change.ts';

export type CorrectPerson = Partial<Pick<Person, 'givenName' | 'familyName' | 'birthDate' | 'sex'>> & { on: string };

/** Puts right who somebody is. What is left out stays. */
export function correctPerson(person: Person, { on, ...corrected }: CorrectPerson): PersonDecision {
  const after = { ...person, ...corrected };
  assertNotInFuture('birthDate', after.birthDate, on);
  const names = { givenName: plainText(after.givenName), familyName: plainText(after.familyName) };
  return sayChange(person, { ...after, ...names, sortName: sortNameOf(names) }, { group: 'IDENTITY', on });
}
