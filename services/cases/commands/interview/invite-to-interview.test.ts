import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWith, closedCase, invitation, talk } from '../../cases.fixture.ts';
import { inviteToInterview } from './invite-to-interview.ts';

const inviting = {
  interviewId: 'i-1',
  scheduledAt: '2026-03-10T08:00:00Z',
  place: 'TOWN_HALL' as const,
  invitedOn: '2026-03-01',
  today: casesToday,
};
const afterJuly = { ...inviting, interviewId: 'i-2', scheduledAt: '2026-07-07T08:00:00Z', invitedOn: '2026-06-20' };

describe('inviting to an interview', () => {
  test('notes when and where, and says so', () => {
    expect(inviteToInterview(adasCase, inviting)).toEqual({
      state: caseWith(invitation),
      events: [
        adasEvent('interview.invited', {
          interviewId: 'i-1',
          invitedOn: '2026-03-01',
          scheduledOn: '2026-03-10',
          place: 'TOWN_HALL',
        }),
      ],
    });
  });

  test('takes the day of the talk from the German clock', () => {
    expect(inviteToInterview(adasCase, { ...inviting, scheduledAt: '2026-03-09T23:30:00Z' }).events).toMatchObject([
      { data: { scheduledOn: '2026-03-10' } },
    ]);
  });

  test('may be for a day to come', () => {
    expect(
      inviteToInterview(caseWith(talk), {
        ...inviting,
        interviewId: 'i-2',
        scheduledAt: '2026-12-01T08:00:00Z',
      }).events.length,
    ).toBe(1);
  });

  test('may have led to the case that was opened afterwards', () => {
    expect(
      inviteToInterview(adasCase, { ...inviting, scheduledAt: '2026-01-20T08:00:00Z', invitedOn: '2026-01-13' }).events
        .length,
    ).toBe(1);
  });

  test('twice changes nothing', () => {
    expect(inviteToInterview(caseWith(invitation), inviting)).toEqual({
      state: caseWith(invitation),
      events: [],
    });
  });

  test.each([
    ['in the job centre', adasCase, { place: 'JOB_CENTRE' as const }],
    ['with a reason for another place', adasCase, { placeReason: ' No bus to the job centre ' }],
    ['when there was a talk already', caseWith(talk), {}],
    ['until June 2026', adasCase, { scheduledAt: '2026-06-30T08:00:00Z' }],
  ])('from July 2026 on is possible %s', (_, state, changes) => {
    expect(inviteToInterview(state, { ...afterJuly, ...changes }).events.length).toBe(1);
  });

  test.each([
    ['to a first talk in the town hall without a reason', 'PLACE_REASON_REQUIRED', adasCase, {}],
    [
      'to a first talk on the telephone for a blank reason',
      'PLACE_REASON_REQUIRED',
      caseWith(invitation),
      { place: 'PHONE' as const, placeReason: '  ' },
    ],
    ['in a closed case', 'CASE_CLOSED', closedCase, {}],
    ['for an invitation on a day to come', 'INVALID_INPUT', adasCase, { invitedOn: '2026-10-01' }],
    ['for an invitation after the talk', 'INVALID_INPUT', adasCase, { invitedOn: '2026-07-08' }],
    ['for an invitation from another age', 'INVALID_INPUT', adasCase, { invitedOn: '1999-03-01' }],
    [
      'for a talk in another age',
      'INVALID_INPUT',
      adasCase,
      { scheduledAt: '9999-12-31T23:30:00Z', placeReason: 'No bus' },
    ],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => inviteToInterview(state, { ...afterJuly, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
