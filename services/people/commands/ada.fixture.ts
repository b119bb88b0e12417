import type { BenefitUnit } from '../benefit-unit/benefit-unit.ts';
import type { Person } from '../person/person.ts';

/** A person for tests: registered, with a complete profile and nothing else recorded. */
export const adaMueller: Person = {
  id: 'p-ada',
  customerNumber: '437D010001',
  givenName: 'Ada',
  familyName: 'Müller',
  sortName: 'mueller ada',
  birthDate: '1984-05-17',
  sex: 'FEMALE',
  municipality: '06431010',
  registeredOn: '2026-01-10',
  contact: { phone: '030 23125 101', street: 'Rheinstraße 4', postcode: '68649', town: 'Groß-Rohrheim' },
  languages: [],
  schoolQualification: 'HAUPTSCHULE',
  vocationalQualification: 'VOCATIONAL',
  occupations: [{ occupation: '51312', years: 3 }],
  employments: [],
  fundedMonths16i: 0,
  mobility: 'PUBLIC_TRANSPORT',
  availability: { hoursPerWeek: 30, dayparts: ['MORNING'] },
  children: [],
  severelyDisabled: false,
  obstacles: [],
};

/** Her profile, as it is told to matching. */
export const adaProfile = {
  personId: 'p-ada',
  municipality: '06431010',
  occupations: ['51312'],
  qualification: 'VOCATIONAL',
  mobility: 'PUBLIC_TRANSPORT',
  hoursPerWeek: 30,
  availableDayparts: ['MORNING'],
};

/** Ada and Ben, in receipt since March 2024. */
export const household: BenefitUnit = {
  id: 'bg-1',
  number: '43705BG0100001',
  municipality: '06431010',
  formedOn: '2024-03-01',
  members: [
    { personId: 'p-ada', role: 'APPLICANT', from: '2024-03-01' },
    { personId: 'p-ben', role: 'PARTNER', from: '2024-03-01' },
  ],
  present: ['p-ada', 'p-ben'],
  benefits: [{ from: '2024-03-01' }],
};

export const aboutHousehold = { benefitUnitId: 'bg-1', municipality: '06431010' };
export const aboutAda = { personId: 'p-ada', municipality: '06431010' };
