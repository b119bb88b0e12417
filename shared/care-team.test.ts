import { describe, expect, test } from '@jest/globals';
import { caseToActIn, worksWithPersons, type CareTeam } from './care-team.ts';
import type { Actor, Role } from '#shared/identity/identity.ts';

const here = '06431010';
const roles: Role[] = ['CASE_MANAGER', 'TEAM_LEAD', 'EMPLOYER_SERVICE', 'TOWN_HALL', 'PROVIDER', 'OPERATOR', 'ANALYST'];
const actor = (role: Role): Actor => ({ id: 'anna', role, municipalities: [here] });
const team = (careTeam: string[], changes: Partial<CareTeam> = {}): CareTeam => ({
  id: 'c-ada',
  personId: 'p-ada',
  projectId: 'eh',
  municipality: here,
  contactId: 'anna',
  careTeam,
  open: true,
  ...changes,
});

describe('what is done for a person', () => {
  test('is done by case managers and team leads', () => {
    expect(roles.filter((role) => worksWithPersons({ role }))).toEqual(['CASE_MANAGER', 'TEAM_LEAD']);
  });

  test('is done in the open case of the care team, or by who leads it', () => {
    const cases = [team(['anna'], { id: 'c-old', open: false }), team(['anna'])];
    expect([
      caseToActIn(actor('CASE_MANAGER'), cases).id,
      caseToActIn(actor('TEAM_LEAD'), [team(['jonas'])]).id,
    ]).toEqual(['c-ada', 'c-ada']);
  });

  test.each([
    ['FORBIDDEN', actor('EMPLOYER_SERVICE'), [team(['anna'])]],
    ['FORBIDDEN', actor('TOWN_HALL'), []],
    ['CASE_UNKNOWN', actor('CASE_MANAGER'), [team(['anna'], { open: false })]],
    ['CASE_UNKNOWN', actor('CASE_MANAGER'), []],
    ['CASE_UNKNOWN', actor('CASE_MANAGER'), [team(['jonas'])]],
  ])('is refused otherwise: %s', (code, who, cases) => {
    expect(() => caseToActIn(who, cases)).toThrow(expect.objectContaining({ code }));
  });
});
