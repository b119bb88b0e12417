import { describe, expect, test } from '@jest/globals';
import { roles, type Actor, type Role } from '#shared/identity/identity.ts';
import { mayReadTimeline, reportAccess, type ReportAccess } from './access.ts';
import { fuerth, grossRohrheim } from './event-recorder.fixture.ts';

const project = { municipality: grossRohrheim, caseManagerIds: ['anna'] };
const actor = (role: Role, changes: Partial<Actor> = {}): Actor => ({
  id: 'anna',
  role,
  municipalities: [grossRohrheim],
  ...changes,
});
const accessOfRole: Record<Role, ReportAccess> = {
  TEAM_LEAD: 'EXACT',
  CASE_MANAGER: 'EXACT',
  TOWN_HALL: 'PROTECTED',
  ANALYST: 'PROTECTED',
  EMPLOYER_SERVICE: 'NONE',
  PROVIDER: 'NONE',
  OPERATOR: 'NONE',
};

describe('the report of a project', () => {
  test.each(roles)('is for %s of the municipality as their work needs it', (role) => {
    expect(reportAccess(actor(role), project)).toBe(accessOfRole[role]);
  });

  test.each(roles)('is not for %s of another municipality', (role) => {
    expect(reportAccess(actor(role, { municipalities: [fuerth] }), project)).toBe('NONE');
  });

  test('is protected for case managers who do not work in the project', () => {
    expect(reportAccess(actor('CASE_MANAGER', { id: 'berta' }), project)).toBe('PROTECTED');
  });
});

describe('the timeline of a case', () => {
  const team = {
    id: 'c-ada',
    personId: 'p-ada',
    projectId: 'gr',
    municipality: grossRohrheim,
    contactId: 'anna',
    careTeam: ['anna'],
    open: false,
  };

  test.each(roles)('is for %s only when the role looks after people, also after the case was closed', (role) => {
    expect(mayReadTimeline(actor(role), team, [])).toBe(['CASE_MANAGER', 'TEAM_LEAD'].includes(role));
  });

  test('is for the team of another case of the person, while that one is open', () => {
    const berta = actor('CASE_MANAGER', { id: 'berta' });
    const another = { ...team, id: 'c-ada-2', careTeam: ['berta'] };
    expect([{ ...another, open: true }, another].map((of) => mayReadTimeline(berta, team, [of]))).toEqual([
      true,
      false,
    ]);
  });
});
