import { assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { assertNumber, customerNumberFormat, plainNumber } from '../../person/numbers.ts';
import { personSortName, type Person, type PersonDecision } from '../../person/person.ts';
import { assertBirthDate, storedName } from './identity.ts';

export type RegisterPerson = Pick<
  Person,
  'id' | 'customerNumber' | 'givenName' | 'familyName' | 'birthDate' | 'sex' | 'municipality' | 'registeredOn'
> & { today: string };

/** A person of whom nobody has asked anything yet: unknown is not assumed. */
const unasked: Omit<Person, keyof RegisterPerson | 'sortName'> = {
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

/** Takes somebody into the register. Registering twice changes nothing. */
export function registerPerson(person: Person | null, { today, ...registering }: RegisterPerson): PersonDecision {
  if (person) return { state: person, events: [] };
  const { id: personId, municipality, registeredOn } = registering;
  assertNotInFuture('registeredOn', registeredOn, today);
  assertBirthDate(registering.birthDate, today);
  const customerNumber = plainNumber(registering.customerNumber);
  assertNumber('customerNumber', customerNumber, customerNumberFormat);
  const names = {
    givenName: storedName('givenName', registering.givenName),
    familyName: storedName('familyName', registering.familyName),
  };
  return {
    state: { ...registering, ...names, customerNumber, sortName: personSortName(names), ...unasked },
    events: [{ type: 'person.registered', data: { personId, municipality, registeredOn } }],
  };
}
