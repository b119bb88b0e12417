import { expect, test } from '@jest/globals';
import { hasMinorChild, type Household } from './minor-child.ts';

const on = '2026-03-15';
const mother: Household[number] = { role: 'APPLICANT', person: { birthDate: '1984-05-17', children: [] } };
const child = (birthDate: string) => ({ birthDate, careNeeded: [], careSecured: true });

test.each<[string, Household, boolean]>([
  ['a child that a member looks after', [{ role: 'APPLICANT', person: { ...mother.person, children: [child('2020-01-01')] } }], true],
  ['a child of the partner', [mother, { role: 'PARTNER', person: { birthDate: '1980-01-01', children: [child('2020-01-01')] } }], true],
  ['a child who is a member', [mother, { role: 'CHILD', person: { birthDate: '2009-01-01', children: [] } }], true],
  ['no child who is of age', [mother, { role: 'CHILD', person: { birthDate: '2008-03-15', children: [] } }], false],
  ['no child at all', [mother], false],
  ['no young partner taken for a child', [mother, { role: 'PARTNER', person: { birthDate: '2009-01-01', children: [] } }], false],
])('a household has %s', (_, household, expected) => {
  expect(hasMinorChild(household, on)).toBe(expected);
});
