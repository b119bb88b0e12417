import { expect, test } from '@jest/globals';
import { hiredProposal, proposalToAda, vacancyWith } from '../employers.fixture.ts';
import { assertHired } from './vacancy.ts';

const start = { proposalId: 'pr-ada', personId: 'p-ada', employerId: 'e-1' };

test('a person who was hired for a vacancy begins there', () => {
  expect(() => assertHired(vacancyWith(hiredProposal), start)).not.toThrow();
});

test.each([
  { name: 'without an answer of HIRED', code: 'NOT_HIRED', vacancy: vacancyWith(proposalToAda), refusedStart: start },
  {
    name: 'of another person',
    code: 'NOT_HIRED',
    vacancy: vacancyWith(hiredProposal),
    refusedStart: { ...start, personId: 'p-ben' },
  },
  {
    name: 'without its proposal',
    code: 'NOT_HIRED',
    vacancy: vacancyWith(hiredProposal),
    refusedStart: { ...start, proposalId: undefined },
  },
  {
    name: 'at another employer',
    code: 'INVALID_INPUT',
    vacancy: vacancyWith(hiredProposal),
    refusedStart: { ...start, employerId: 'e-2' },
  },
])('a start is refused $name: $code', ({ code, vacancy, refusedStart }) => {
  expect(() => assertHired(vacancy, refusedStart)).toThrow(expect.objectContaining({ code }));
});
