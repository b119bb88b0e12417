import { expect, test } from '@jest/globals';
import { hired, toAda, vacancyWith } from '../../employers.fixture.ts';
import { assertHired } from './assert-hired.ts';

const begins = { proposalId: 'pr-ada', personId: 'p-ada', employerId: 'e-1' };

test('who was hired for a vacancy begins there', () => {
  expect(() => assertHired(vacancyWith(hired), begins)).not.toThrow();
});

test.each([
  ['NOT_HIRED', vacancyWith(toAda), begins],
  ['NOT_HIRED', vacancyWith(hired), { ...begins, personId: 'p-ben' }],
  ['NOT_HIRED', vacancyWith(hired), { ...begins, proposalId: undefined }],
  ['INVALID_INPUT', vacancyWith(hired), { ...begins, employerId: 'e-2' }],
])('anybody else, or elsewhere, does not: %s', (code, vacancy, begin) => {
  expect(() => assertHired(vacancy, begin)).toThrow(expect.objectContaining({ code }));
});
