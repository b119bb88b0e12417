import { assertNotInFuture } from '#shared/fact-day.ts';
import { plainText } from '#shared/plain-text.ts';
import { assertWritten, customerNumberFormat } from '../numbers.ts';
import { sortNameOf, type Person, type PersonDecision } from '../person.ts';
import { sayChange } from './say-change.ts';

export type CorrectPerson = Partial<Pick<Person, 'customerNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex'>> & { on: string };

/** Puts right who somebody is. What is left out stays. */
export function correctPerson(person: Person, { on, ...corrected }: CorrectPerson): PersonDecision {
  const after = { ...person, ...corrected };
  assertNotInFuture('birthDate', after.birthDate, on);
  const customerNumber = plainText(after.customerNumber);
  // A number from before that was written otherwise stands in nobody's way.
  if (customerNumber !== person.customerNumber) assertWritten('customerNumber', customerNumber, customerNumberFormat);
  const names = { givenName: plainText(after.givenName), familyName: plainText(after.familyName) };
  return sayChange(person, { ...after, ...names, customerNumber, sortName: sortNameOf(names) }, { group: 'IDENTITY', on });
}
