import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, closedCase, project as atFirst } from '../../cases.fixture.ts';
import { setCareTeam } from './set-care-team.ts';

const project = { ...atFirst, caseManagerIds: ['anna', 'cem'] };
const by = { project, actingId: 'anna', today: casesToday };

describe('setting the care team', () => {
  test('changes who looks after the person and says so', () => {
    expect(
      setCareTeam(adasCase, { contactId: 'cem', careTeam: ['cem', 'ben'], changedOn: '2026-05-04', ...by }),
    ).toEqual({
      state: { ...adasCase, contactId: 'cem', careTeam: ['cem', 'ben'] },
      events: [
        adasEvent('case.careTeamChanged', { contactId: 'cem', careTeam: ['cem', 'ben'], changedOn: '2026-05-04' }),
      ],
    });
  });

  test('to the same people in another order changes nothing', () => {
    expect(setCareTeam(adasCase, { contactId: 'anna', careTeam: ['ben', 'anna', 'ben'], ...by })).toEqual({
      state: adasCase,
      events: [],
    });
  });

  test('keeps somebody on it who works in the project no more', () => {
    expect(setCareTeam(adasCase, { contactId: 'ben', careTeam: ['ben'], ...by }).state).toMatchObject({
      contactId: 'ben',
      careTeam: ['ben'],
    });
  });

  test.each([
    ['with a contact who is not on it', 'CONTACT_NOT_ON_CARE_TEAM', adasCase, { careTeam: ['ben'] }],
    ['in a closed case', 'CASE_CLOSED', closedCase, {}],
    [
      'with a contact who does not work in the project',
      'UNKNOWN_CASE_MANAGER',
      adasCase,
      { contactId: 'ana', careTeam: ['ana'] },
    ],
    ['with a blank user id', 'UNKNOWN_CASE_MANAGER', adasCase, { careTeam: ['anna', ' '] }],
    ['for a day before the case', 'INVALID_INPUT', adasCase, { changedOn: '2026-02-01' }],
    ['for a day to come', 'INVALID_INPUT', adasCase, { changedOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => setCareTeam(state, { contactId: 'anna', careTeam: ['anna'], ...by, ...changes })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
