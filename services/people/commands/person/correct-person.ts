import { plainText } from '#shared/codes/plain-text.ts';
import { assertWritten, customerNumberFormat } from '../../person/numbers.ts';
import { sortNameOf, type Person, type PersonDecision } from '../../person/person.ts';
import { assertBirthDate, name } from './identity.ts';
import { sayChange } from './say-change.ts';

export type CorrectPerson = Partial<
  Pick<Person, 'customerNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex'>
> & { on: string };

/** Puts right who somebody is. What is left out stays. */
export function correctPerson(person: Person, { on, ...corrected }: CorrectPerson): PersonDecision {
  const after = { ...person, ...corrected };
  if (after.birthDate !== person.birthDate) assertBirthDate(after.birthDate, on);
  const customerNumber = plainText(after.customerNumber);
  // A number from before that was written otherwise stands in nobody's way.
  if (customerNumber !== person.customerNumber) assertWritten('customerNumber', customerNumber, customerNumberFormat);
  const names = {
    givenName: corrected.givenName === undefined ? person.givenName : name('givenName', corrected.givenName),
    familyName: corrected.familyName === undefined ? person.familyName : name('familyName', corrected.familyName),
  };
  return sayChange(
    person,
    { ...after, ...names, customerNumber, sortName: sortNameOf(names) },
    { group: 'IDENTITY', on },
  );
}
