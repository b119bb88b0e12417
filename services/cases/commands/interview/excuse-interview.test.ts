import { describe, expect, test } from '@jest/globals';
import { adasCase, caseWith, closedCase, held, invited, ofAda, today } from '../../cases.fixture.ts';
import { excuseInterview } from './excuse-interview.ts';

const excusing = { interviewId: 'i-1', reason: 'ILLNESS' as const, excusedOn: '2026-03-09', today };
const missed = { ...invited, status: 'MISSED' as const, missedOn: '2026-03-10' };
const excused = { ...invited, status: 'EXCUSED' as const, excusedOn: '2026-03-09', excuse: 'ILLNESS' as const };

describe('excusing an interview', () => {
  test('notes the good reason, and says of an illness only that there was a reason', () => {
    expect(excuseInterview(caseWith(invited), excusing)).toEqual({
      state: caseWith(excused),
      events: [{ type: 'interview.excused', data: { ...ofAda, interviewId: 'i-1', excusedOn: '2026-03-09', reason: 'OTHER' } }],
    });
  });

  test('is still possible for one that was noted as missed', () => {
    expect(excuseInterview(caseWith(missed), { ...excusing, excusedOn: '2026-03-15' }).state.interviews).toMatchObject([{ status: 'EXCUSED', missedOn: '2026-03-10', excusedOn: '2026-03-15' }]);
  });

  test('twice changes nothing', () => {
    expect(excuseInterview(caseWith(excused), { ...excusing, reason: 'FAMILY' })).toEqual({ state: caseWith(excused), events: [] });
  });

  test.each([
    ['NOT_FOUND', adasCase, {}],
    ['CASE_CLOSED', { ...closedCase, interviews: [invited] }, {}],
    ['CASE_CLOSED', { ...closedCase, interviews: [missed] }, {}],
    ['INTERVIEW_ALREADY_CLOSED', caseWith(held), {}],
    ['INVALID_INPUT', caseWith(invited), { excusedOn: '2026-02-28' }],
    ['INVALID_INPUT', caseWith(invited), { excusedOn: '2026-10-01' }],
  ])('is refused with %s', (code, known, changes) => {
    expect(() => excuseInterview(known, { ...excusing, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
