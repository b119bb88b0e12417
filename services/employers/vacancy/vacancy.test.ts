import { expect, test } from '@jest/globals';
import { hiredProposal, proposalToAda, vacancyWith } from '../employers.fixture.ts';
import { assertHired } from './vacancy.ts';

const begins = { proposalId: 'pr-ada', personId: 'p-ada', employerId: 'e-1' };

test('who was hired for a vacancy begins there', () => {
  expect(() => assertHired(vacancyWith(hiredProposal), begins)).not.toThrow();
});

test.each([
  ['NOT_HIRED', vacancyWith(proposalToAda), begins],
  ['NOT_HIRED', vacancyWith(hiredProposal), { ...begins, personId: 'p-ben' }],
  ['NOT_HIRED', vacancyWith(hiredProposal), { ...begins, proposalId: undefined }],
  ['INVALID_INPUT', vacancyWith(hiredProposal), { ...begins, employerId: 'e-2' }],
])('anybody else, or elsewhere, does not: %s', (code, vacancy, begin) => {
  expect(() => assertHired(vacancy, begin)).toThrow(expect.objectContaining({ code }));
});
