import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, project } from '../../cases.fixture.ts';
import { openCase } from './open-case.ts';

const opening = {
  caseId: 'c-ada',
  personId: 'p-ada',
  project: { ...project, caseManagerIds: ['anna', 'ben'] },
  actingId: 'anna',
  livesIn: '06431010',
  contactId: 'anna',
  careTeam: ['anna', 'ben'],
  openedOn: '2026-02-02',
  today: casesToday,
};

describe('opening a case', () => {
  test('makes somebody the contact and says who looks after the person', () => {
    expect(openCase(null, { ...opening, careTeam: ['anna', 'ben', 'anna'] })).toEqual({
      state: adasCase,
      events: [adasEvent('case.opened', { contactId: 'anna', careTeam: ['anna', 'ben'], openedOn: '2026-02-02' })],
    });
  });

  test('twice changes nothing', () => {
    expect(openCase(adasCase, opening)).toEqual({ state: adasCase, events: [] });
  });

  test('may name whoever opens it, who leads the project and is no case manager of it', () => {
    expect(
      openCase(null, { ...opening, actingId: 'miriam', contactId: 'miriam', careTeam: ['miriam', 'anna'] }).state,
    ).toMatchObject({ contactId: 'miriam', careTeam: ['miriam', 'anna'] });
  });

  test('with somebody who does not work in the project says whom it means', () => {
    expect(() => openCase(null, { ...opening, careTeam: ['anna', 'ana', ''] })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_CASE_MANAGER', message: expect.stringContaining('"ana", ""') }),
    );
  });

  test('is entered later for a day on which the project still went on', () => {
    expect(openCase(null, { ...opening, project: { ...opening.project, endedOn: '2026-02-02' } }).events.length).toBe(
      1,
    );
  });

  test.each([
    ['for somebody of whom nothing is known', 'PERSON_UNKNOWN', { livesIn: undefined }],
    ['for somebody who lives elsewhere', 'PERSON_OF_ANOTHER_MUNICIPALITY', { livesIn: '06431006' }],
    ['after the end of the project', 'PROJECT_ENDED', { project: { ...project, endedOn: '2026-02-01' } }],
    ['with a contact who is not on the team', 'CONTACT_NOT_ON_CARE_TEAM', { contactId: 'cem' }],
    ['for a day before the project', 'INVALID_INPUT', { openedOn: '2026-01-11' }],
    ['for a day to come', 'INVALID_INPUT', { openedOn: '2026-10-01' }],
    [
      'with more members than a team can have',
      'INVALID_INPUT',
      { careTeam: Array.from({ length: 21 }, (_, number) => `manager-${number}`) },
    ],
  ])('%s is refused with %s', (_, code, changes) => {
    expect(() => openCase(null, { ...opening, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
