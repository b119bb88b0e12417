import { describe, expect, test } from '@jest/globals';
import { casesToday, project, projectEvent } from '../../cases.fixture.ts';
import { endProject } from './end-project.ts';

describe('ending a project', () => {
  test('notes the last day and says so', () => {
    expect(endProject(project, { endedOn: '2026-08-31', today: casesToday })).toEqual({
      state: { ...project, endedOn: '2026-08-31' },
      events: [projectEvent('project.ended', { endedOn: '2026-08-31' })],
    });
  });

  test('twice changes nothing', () => {
    const ended = { ...project, endedOn: '2026-08-31' };
    expect(endProject(ended, { today: casesToday })).toEqual({ state: ended, events: [] });
  });

  test('on another day corrects the day, and says so', () => {
    expect(
      endProject({ ...project, endedOn: '2026-08-31' }, { endedOn: '2026-07-31', today: casesToday }),
    ).toMatchObject({
      state: { endedOn: '2026-07-31' },
      events: [{ type: 'project.ended', data: { endedOn: '2026-07-31' } }],
    });
  });

  test.each(['2026-01-11', '2026-10-01'])('is refused for %s, before its start or still to come', (endedOn) => {
    expect(() => endProject(project, { endedOn, today: casesToday })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });
});
