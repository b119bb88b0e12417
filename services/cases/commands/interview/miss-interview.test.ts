import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWith, closedCase, invitation, talk } from '../../cases.fixture.ts';
import { missInterview } from './miss-interview.ts';

const missing = { interviewId: 'i-1', missedOn: '2026-03-10', today: casesToday };
const missed = { ...invitation, status: 'MISSED' as const, missedOn: '2026-03-10' };
const firstMissed = { interviewId: 'i-1', missedOn: '2026-03-10', missedInARow: 1, countedInARow: 0 };
const later = { ...invitation, id: 'i-2', scheduledAt: '2026-03-20T08:00:00Z' };

describe('missing an interview', () => {
  test('is noted and counted', () => {
    expect(missInterview(caseWith(invitation), missing)).toEqual({
      state: caseWith(missed),
      events: [adasEvent('interview.missed', firstMissed)],
    });
  });

  test('is counted in its row, also when a later talk is known already', () => {
    expect(
      missInterview(caseWith(missed, later), { ...missing, interviewId: 'i-2', missedOn: '2026-03-20' }).events,
    ).toMatchObject([{ data: { missedInARow: 2 } }]);
    expect(missInterview(caseWith(invitation, { ...later, status: 'HELD' }), missing).events).toMatchObject([
      { data: { missedInARow: 1 } },
    ]);
  });

  test('in person from July 2026 on is counted as §7b(4) SGB II does', () => {
    expect(
      missInterview(caseWith(missed, { ...later, scheduledAt: '2026-07-07T08:00:00Z' }), {
        ...missing,
        interviewId: 'i-2',
        missedOn: '2026-07-07',
      }).events,
    ).toMatchObject([{ data: { missedInARow: 2, countedInARow: 1 } }]);
  });

  test('twice changes nothing', () => {
    expect(missInterview(caseWith(missed), missing)).toEqual({ state: caseWith(missed), events: [] });
  });

  test('takes back that it was held or excused, and is counted where the person was invited to', () => {
    expect(
      missInterview(caseWith({ ...talk, place: 'PHONE', invitedTo: { place: 'TOWN_HALL' } }), {
        ...missing,
        correction: true,
      }),
    ).toEqual({
      state: caseWith(missed),
      events: [adasEvent('interview.missed', { ...firstMissed, takesBack: 'HELD' })],
    });
    expect(
      missInterview(caseWith({ ...missed, status: 'EXCUSED', excusedOn: '2026-03-12', excuse: 'WORK' }), {
        interviewId: 'i-1',
        correction: true,
        today: casesToday,
      }),
    ).toMatchObject({ state: caseWith(missed), events: [{ data: { takesBack: 'EXCUSED' } }] });
  });

  test.each([
    ['that nobody was invited to', 'NOT_FOUND', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, interviews: [invitation] }, {}],
    ['that was held', 'INTERVIEW_ALREADY_CLOSED', caseWith(talk), {}],
    ['that was missed on another day', 'INTERVIEW_ALREADY_CLOSED', caseWith(missed), { missedOn: '2026-03-11' }],
    ['as a correction in a closed case', 'CASE_CLOSED', { ...closedCase, interviews: [talk] }, { correction: true }],
    ['for a day before the talk', 'INVALID_INPUT', caseWith(invitation), { missedOn: '2026-03-09' }],
    [
      'for a day to come',
      'INVALID_INPUT',
      caseWith({ ...invitation, scheduledAt: '2026-10-01T08:00:00Z' }),
      { missedOn: '2026-10-01' },
    ],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => missInterview(state, { ...missing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
