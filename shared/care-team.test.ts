import { describe, expect, test } from '@jest/globals';
import { teamOfAda } from './care-team.fixture.ts';
import { caseToActIn, worksWithPersons } from './care-team.ts';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';

const actor = (role: Role): Actor => ({ id: 'anna', role, municipalities: ['06431010'] });

describe('what is done for a person', () => {
  test('is done by case managers and team leads', () => {
    expect(roles.filter((role) => worksWithPersons({ role }))).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
  });

  test('is done in the open case of the care team, or by who leads it', () => {
    const cases = [teamOfAda(['anna'], { id: 'c-old', open: false }), teamOfAda(['anna'])];
    expect([
      caseToActIn(actor('CASE_MANAGER'), cases).id,
      caseToActIn(actor('TEAM_LEAD'), [teamOfAda(['jonas'])]).id,
    ]).toEqual(['c-ada', 'c-ada']);
  });

  test.each([
    [
      'the employer service, whoever is on the team',
      { code: 'FORBIDDEN', who: actor('EMPLOYER_SERVICE'), cases: [teamOfAda(['anna'])] },
    ],
    ['a town hall', { code: 'FORBIDDEN', who: actor('TOWN_HALL'), cases: [] }],
    [
      'a closed case',
      { code: 'CASE_UNKNOWN', who: actor('CASE_MANAGER'), cases: [teamOfAda(['anna'], { open: false })] },
    ],
    ['no case', { code: 'CASE_UNKNOWN', who: actor('CASE_MANAGER'), cases: [] }],
    ["somebody else's case", { code: 'CASE_UNKNOWN', who: actor('CASE_MANAGER'), cases: [teamOfAda(['jonas'])] }],
  ])('is refused for %s', (_, { code, who, cases }) => {
    expect(() => caseToActIn(who, cases)).toThrow(expect.objectContaining({ code }));
  });
});
