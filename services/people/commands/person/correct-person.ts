import { assertNumber, customerNumberFormat, plainNumber } from '../../person/numbers.ts';
import { personSortName, type Person, type PersonDecision } from '../../person/person.ts';
import { assertBirthDate, storedName } from './identity.ts';
import { recordChange } from './record-change.ts';

export type CorrectPerson = Partial<
  Pick<Person, 'customerNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex'>
> & { on: string };

/** Corrects who somebody is. What is left out stays. */
export function correctPerson(person: Person, { on, ...corrected }: CorrectPerson): PersonDecision {
  const after = { ...person, ...corrected };
  if (after.birthDate !== person.birthDate) assertBirthDate(after.birthDate, on);
  const customerNumber = plainNumber(after.customerNumber);
  // An older number that was written otherwise stands in nobody's way.
  if (customerNumber !== person.customerNumber) assertNumber('customerNumber', customerNumber, customerNumberFormat);
  const names = {
    givenName: corrected.givenName === undefined ? person.givenName : storedName('givenName', corrected.givenName),
    familyName: corrected.familyName === undefined ? person.familyName : storedName('familyName', corrected.familyName),
  };
  return recordChange(
    person,
    { ...after, ...names, customerNumber, sortName: personSortName(names) },
    { group: 'IDENTITY', on },
  );
}
