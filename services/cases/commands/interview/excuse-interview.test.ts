import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWith, closedCase, invitation, talk } from '../../cases.fixture.ts';
import { excuseInterview } from './excuse-interview.ts';

const excusing = { interviewId: 'i-1', reason: 'ILLNESS' as const, excusedOn: '2026-03-09', today: casesToday };
const missed = { ...invitation, status: 'MISSED' as const, missedOn: '2026-03-10' };
const excused = {
  ...invitation,
  status: 'EXCUSED' as const,
  excusedOn: '2026-03-09',
  excuse: 'ILLNESS' as const,
};

describe('excusing an interview', () => {
  test('notes the good reason, and says of an illness only that there was a reason', () => {
    expect(excuseInterview(caseWith(invitation), excusing)).toEqual({
      state: caseWith(excused),
      events: [adasEvent('interview.excused', { interviewId: 'i-1', excusedOn: '2026-03-09', reason: 'OTHER' })],
    });
  });

  test('is still possible for one that was noted as missed', () => {
    const { state, events } = excuseInterview(caseWith(missed), { ...excusing, excusedOn: '2026-03-15' });
    expect(state.interviews).toMatchObject([{ status: 'EXCUSED', missedOn: '2026-03-10', excusedOn: '2026-03-15' }]);
    expect(events).toMatchObject([{ data: { takesBack: 'MISSED' } }]);
  });

  test('twice changes nothing', () => {
    expect(excuseInterview(caseWith(excused), excusing)).toEqual({ state: caseWith(excused), events: [] });
    expect(excuseInterview(caseWith(excused), { interviewId: 'i-1', reason: 'ILLNESS', today: casesToday })).toEqual({
      state: caseWith(excused),
      events: [],
    });
  });

  test('corrects the reason, or that it was held, and says so', () => {
    expect(
      excuseInterview(caseWith(excused), { interviewId: 'i-1', reason: 'FAMILY', correction: true, today: casesToday }),
    ).toEqual({
      state: caseWith({ ...excused, excuse: 'FAMILY' }),
      events: [
        adasEvent('interview.excused', {
          interviewId: 'i-1',
          excusedOn: '2026-03-09',
          reason: 'FAMILY',
          takesBack: 'EXCUSED',
        }),
      ],
    });
    expect(excuseInterview(caseWith(talk), { ...excusing, correction: true })).toMatchObject({
      state: caseWith(excused),
      events: [{ data: { takesBack: 'HELD' } }],
    });
  });

  test.each([
    ['that nobody was invited to', 'NOT_FOUND', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, interviews: [invitation] }, {}],
    ['that was missed in a closed case', 'CASE_CLOSED', { ...closedCase, interviews: [missed] }, {}],
    ['that was held', 'INTERVIEW_ALREADY_CLOSED', caseWith(talk), {}],
    [
      'that was excused for another reason',
      'INTERVIEW_ALREADY_CLOSED',
      caseWith(excused),
      { reason: 'FAMILY' as const },
    ],
    ['for a day before the invitation', 'INVALID_INPUT', caseWith(invitation), { excusedOn: '2026-02-28' }],
    ['for a day to come', 'INVALID_INPUT', caseWith(invitation), { excusedOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => excuseInterview(state, { ...excusing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
