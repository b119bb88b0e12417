import { sortNameOf, type Person, type PersonDecision, type Sex } from '../person.ts';
import { assertNotInFuture } from './assert-dates.ts';
import { sayProfile } from './say-change.ts';

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

/** Takes somebody into the register; what is not known yet has its neutral value. Registering twice changes nothing. */
export function registerPerson(person: Person | null, { today, ...given }: RegisterPerson): PersonDecision {
  if (person) return { state: person, events: [] };
  assertNotInFuture('registeredOn', given.registeredOn, today);
  assertNotInFuture('birthDate', given.birthDate, today);

  const state: Person = {
    ...given,
    sortName: sortNameOf(given),
    contact: {},
    languages: [],
    schoolQualification: 'UNKNOWN',
    vocationalQualification: 'UNKNOWN',
    occupations: [],
    employments: [],
    fundedMonths16i: 0,
    mobility: 'PUBLIC_TRANSPORT',
    availability: { hoursPerWeek: 39, dayparts: ['MORNING', 'AFTERNOON'] },
    children: [],
    severelyDisabled: false,
    obstacles: [],
  };
  return {
    state,
    events: [
      { type: 'person.registered', data: { personId: given.id, municipality: given.municipality, registeredOn: given.registeredOn } },
      sayProfile(state, given.registeredOn),
    ],
  };
}
