import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import { assertWritten, customerNumberFormat } from '../../person/numbers.ts';
import { assertBirthDate, name } from './identity.ts';
import { sortNameOf, type Person, type PersonDecision, type Sex } from '../../person/person.ts';

export type RegisterPerson = {
  id: string;
  customerNumber: string;
  givenName: string;
  familyName: string;
  birthDate: string;
  sex: Sex;
  municipality: string;
  registeredOn: string;
  today: string;
};

/** Takes somebody into the register; what nobody has asked yet is unknown, not assumed. Registering twice changes nothing. */
export function registerPerson(person: Person | null, { today, ...given }: RegisterPerson): PersonDecision {
  if (person) return { state: person, events: [] };
  assertNotInFuture('registeredOn', given.registeredOn, today);
  assertBirthDate(given.birthDate, today);
  const customerNumber = plainText(given.customerNumber);
  assertWritten('customerNumber', customerNumber, customerNumberFormat);

  const names = { givenName: name('givenName', given.givenName), familyName: name('familyName', given.familyName) };
  const state: Person = {
    ...given,
    ...names,
    customerNumber,
    sortName: sortNameOf(names),
    contact: {},
    languages: [],
    schoolQualification: 'UNKNOWN',
    vocationalQualification: 'UNKNOWN',
    occupations: [],
    employments: [],
    fundedMonths16i: 0,
    mobility: 'UNKNOWN',
    availability: { hoursPerWeek: null, dayparts: [] },
    children: [],
    severelyDisabled: false,
    obstacles: [],
  };
  return {
    state,
    events: [
      {
        type: 'person.registered',
        data: { personId: given.id, municipality: given.municipality, registeredOn: given.registeredOn },
      },
    ],
  };
}
