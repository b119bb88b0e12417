import { expect, test } from '@jest/globals';
import { youngestChildOfAgeOn, type Household } from './minor-child.ts';

const on = '2026-03-15';
const mother: Household[number] = { role: 'APPLICANT', person: { birthDate: '1984-05-17', children: [] } };
const child = (birthDate: string) => ({ birthDate, careNeeded: [], careSecured: true });

test.each<[string, Household, string | null]>([
  [
    'a child that a member looks after',
    [{ role: 'APPLICANT', person: { ...mother.person, children: [child('2020-01-01')] } }],
    '2038-01-01',
  ],
  [
    'a child of the partner',
    [mother, { role: 'PARTNER', person: { birthDate: '1980-01-01', children: [child('2020-01-01')] } }],
    '2038-01-01',
  ],
  [
    'a child who is a member',
    [mother, { role: 'CHILD', person: { birthDate: '2009-01-01', children: [] } }],
    '2027-01-01',
  ],
  ['no child who is of age', [mother, { role: 'CHILD', person: { birthDate: '2008-03-15', children: [] } }], null],
  [
    'the youngest of several',
    [
      { role: 'APPLICANT', person: { ...mother.person, children: [child('2012-05-01'), child('2001-01-01')] } },
      { role: 'CHILD', person: { birthDate: '2009-01-01', children: [] } },
    ],
    '2030-05-01',
  ],
  ['no child at all', [mother], null],
  [
    'no young partner taken for a child',
    [mother, { role: 'PARTNER', person: { birthDate: '2009-01-01', children: [] } }],
    null,
  ],
])('a household has %s', (_, household, expected) => {
  expect(youngestChildOfAgeOn(household, on)).toBe(expected);
});
