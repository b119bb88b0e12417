import { describe, expect, test } from '@jest/globals';
import { casesToday, project, projectEvent } from '../../cases.fixture.ts';
import { startProject } from './start-project.ts';

const { id: projectId, endedOn: _endedOn, ...start } = project;
const starting = { ...start, projectId, today: casesToday };

describe('starting a project', () => {
  test('begins it and says who opens cases in it', () => {
    expect(startProject(null, starting)).toEqual({
      state: project,
      events: [
        projectEvent('project.started', { startedOn: '2026-01-12', caseManagerIds: ['anna'], goals: project.goals }),
      ],
    });
  });

  test('needs no more than a name, a place and a case manager, and begins today', () => {
    expect(
      startProject(null, {
        projectId,
        municipality: '06431010',
        title: ' Kurze Wege ',
        caseManagerIds: ['anna', ' anna'],
        today: casesToday,
      }).state,
    ).toEqual({
      id: 'gr',
      municipality: '06431010',
      title: 'Kurze Wege',
      caseManagerIds: ['anna'],
      startedOn: casesToday,
      partners: [],
      goals: [],
      officeHours: [],
    });
  });

  test('keeps what another goal counts, and does not say it', () => {
    const { state, events } = startProject(null, {
      ...starting,
      goals: [{ code: 'OTHER', target: 3, text: ' Kitaplätze vor acht ' }],
    });
    expect([state.goals, events]).toMatchObject([
      [{ code: 'OTHER', target: 3, text: 'Kitaplätze vor acht' }],
      [{ data: { goals: [{ code: 'OTHER', target: 3 }] } }],
    ]);
    expect(JSON.stringify(events)).not.toContain('Kita');
  });

  test('twice changes nothing', () => {
    expect(startProject(project, starting)).toEqual({ state: project, events: [] });
  });

  test.each([
    ['a day to come', { startedOn: '2026-10-01' }],
    ['nobody who works in it', { caseManagerIds: [] }],
    ['a blank user id', { caseManagerIds: ['anna', ' '] }],
    ['another goal without words', { goals: [{ code: 'OTHER' as const, target: 1, text: ' ' }] }],
    ['a day before there was SGB II', { startedOn: '2004-12-31' }],
    ['a goal below 0', { goals: [{ code: 'TALKS_HELD' as const, target: -1 }] }],
    ['a goal that is due in another age', { goals: [{ code: 'TALKS_HELD' as const, target: 1, dueOn: '9999-12-31' }] }],
    [
      'office hours from another age on',
      { officeHours: [{ weekday: 'MONDAY' as const, from: '09:00', to: '12:00', room: '1', validFrom: '1026-01-12' }] },
    ],
    ['a goal that was due before it began', { goals: [{ code: 'TALKS' as const, target: 60, dueOn: '2026-01-11' }] }],
    [
      'more partners than a screen can show',
      { partners: Array.from({ length: 51 }, () => ({ kind: 'CLUB' as const, name: 'Turnverein' })) },
    ],
    [
      'office hours that end before they begin',
      { officeHours: [{ weekday: 'MONDAY' as const, from: '12:00', to: '09:00', room: '1', validFrom: '2026-01-12' }] },
    ],
    [
      'office hours that hold until before they hold',
      {
        officeHours: [
          {
            weekday: 'MONDAY' as const,
            from: '09:00',
            to: '12:00',
            room: '1',
            validFrom: '2026-01-12',
            validTo: '2026-01-11',
          },
        ],
      },
    ],
  ])('is refused with %s', (_, changes) => {
    expect(() => startProject(null, { ...starting, ...changes })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test.each([
    ['9:00', '12:00', 'from'],
    ['09:00', '24:00', 'to'],
  ])('is refused with office hours from %s to %s, and says what is wrong with them', (from, to, field) => {
    expect(() =>
      startProject(null, {
        ...starting,
        officeHours: [{ weekday: 'MONDAY', from, to, room: '1', validFrom: '2026-01-12' }],
      }),
    ).toThrow(
      expect.objectContaining({
        message: expect.stringContaining(`officeHours.${field}: must be a time of the day such as 09:00`),
      }),
    );
  });

  test.each([
    ['its title', { title: 'Kurze Wege für Frau Mustermann' }],
    ['a partner', { partners: [{ kind: 'OTHER' as const, name: 'Familie Mustermann, 06206 12345' }] }],
    [
      'a room',
      {
        officeHours: [
          {
            weekday: 'MONDAY' as const,
            from: '09:00',
            to: '12:00',
            room: 'bei Herrn Mustermann',
            validFrom: '2026-01-12',
          },
        ],
      },
    ],
    ['a goal', { goals: [{ code: 'OTHER' as const, target: 1, text: 'Arbeit für 437D012345' }] }],
  ])('is refused when %s tells of a person', (_, changes) => {
    expect(() => startProject(null, { ...starting, ...changes })).toThrow(
      expect.objectContaining({ code: 'TEXT_HAS_PERSONAL_DATA' }),
    );
  });
});
