import { describe, expect, test } from '@jest/globals';
import { casesToday, project, projectEvent } from '../../cases.fixture.ts';
import { updateProject } from './update-project.ts';

const updated = projectEvent('project.updated', {
  updatedOn: '2026-05-04',
  changed: ['TITLE', 'CASE_MANAGERS'],
  caseManagerIds: ['anna', 'ben'],
  goals: project.goals,
});

describe('updating a project', () => {
  test('replaces what is given, keeps the rest, and says which parts changed', () => {
    expect(
      updateProject(project, {
        title: 'Kurze Wege II ',
        caseManagerIds: ['anna', 'ben'],
        goals: project.goals,
        updatedOn: '2026-05-04',
        today: casesToday,
      }),
    ).toEqual({
      state: { ...project, title: 'Kurze Wege II', caseManagerIds: ['anna', 'ben'] },
      events: [updated],
    });
  });

  test('to a goal under its former code changes nothing', () => {
    expect(
      updateProject(project, { goals: [{ code: 'TALKS', target: 60, dueOn: '2026-12-31' }], today: casesToday }),
    ).toEqual({
      state: project,
      events: [],
    });
  });

  test('to what it is already changes nothing, even after its end', () => {
    const ended = { ...project, endedOn: '2026-06-30' };
    expect(updateProject(ended, { title: ended.title, partners: ended.partners, today: casesToday })).toEqual({
      state: ended,
      events: [],
    });
    expect(updateProject(ended, { today: casesToday })).toEqual({ state: ended, events: [] });
  });

  test('to other case managers is possible after its end: its cases go on', () => {
    const ended = { ...project, endedOn: '2026-06-30' };
    expect(updateProject(ended, { caseManagerIds: ['ben'], today: casesToday }).state).toEqual({
      ...ended,
      caseManagerIds: ['ben'],
    });
  });

  test.each([
    ['after its end', 'PROJECT_ENDED', { ...project, endedOn: '2026-06-30' }, {}],
    [
      'with a partner who is a person',
      'TEXT_HAS_PERSONAL_DATA',
      project,
      { partners: [{ kind: 'CLUB' as const, name: 'Frau Mustermann' }] },
    ],
    ['with nobody who works in it', 'INVALID_INPUT', project, { caseManagerIds: [] }],
    ['for a day to come', 'INVALID_INPUT', project, { updatedOn: '2026-10-01' }],
    ['for a day before its start', 'INVALID_INPUT', project, { updatedOn: '2026-01-11' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => updateProject(state, { title: 'Another', today: casesToday, ...changes })).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
