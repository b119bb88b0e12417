import { describe, expect, test } from '@jest/globals';
import { adasCase, adasEvent, casesToday, caseWith, closedCase, invitation, talk } from '../../cases.fixture.ts';
import { holdInterview } from './hold-interview.ts';

const holding = { interviewId: 'i-1', heldOn: '2026-03-10', today: casesToday };
const inJuly = { ...invitation, scheduledAt: '2026-07-07T08:00:00Z', place: 'JOB_CENTRE' as const };

describe('holding an interview', () => {
  test('notes it, and says whether it was the first', () => {
    expect(holdInterview(caseWith(invitation), { ...holding, notes: ' Wants to work in care \n' })).toEqual({
      state: caseWith({ ...talk, notes: 'Wants to work in care' }),
      events: [
        adasEvent('interview.held', { interviewId: 'i-1', heldOn: '2026-03-10', place: 'TOWN_HALL', first: true }),
      ],
    });
    expect(
      holdInterview(caseWith(talk, { ...invitation, id: 'i-2' }), { ...holding, interviewId: 'i-2' }).events,
    ).toMatchObject([{ data: { first: false } }]);
  });

  test('may be elsewhere than invited to', () => {
    expect(
      holdInterview(caseWith(invitation), { ...holding, place: 'HOME', placeReason: 'The child was ill' }),
    ).toMatchObject({
      state: { interviews: [{ place: 'HOME', placeReason: 'The child was ill' }] },
      events: [{ data: { place: 'HOME' } }],
    });
  });

  test('twice changes nothing, even after the case was closed', () => {
    const before = { ...closedCase, interviews: [talk] };
    expect(holdInterview(before, holding)).toEqual({ state: before, events: [] });
  });

  test('from July 2026 on needs the reason that the invitation gave, or one of its own', () => {
    const before = caseWith({ ...inJuly, place: 'TOWN_HALL', placeReason: 'No bus' });
    expect(holdInterview(before, { ...holding, heldOn: '2026-07-07' }).events.length).toBe(1);
    expect(
      holdInterview(caseWith(inJuly), { ...holding, heldOn: '2026-07-07', place: 'PHONE', placeReason: 'Ill' }).events
        .length,
    ).toBe(1);
  });

  test('elsewhere than invited to does not keep the reason for the other place', () => {
    const before = caseWith({ ...inJuly, place: 'TOWN_HALL', placeReason: 'No bus' });
    expect(holdInterview(before, { ...holding, heldOn: '2026-07-07', place: 'JOB_CENTRE' }).state).toEqual(
      caseWith({
        ...inJuly,
        status: 'HELD',
        heldOn: '2026-07-07',
        invitedTo: { place: 'TOWN_HALL', placeReason: 'No bus' },
      }),
    );
  });

  test('takes back that it was missed or excused, and says so', () => {
    expect(
      holdInterview(caseWith({ ...invitation, status: 'MISSED', missedOn: '2026-03-10' }), {
        ...holding,
        correction: true,
      }),
    ).toEqual({
      state: caseWith(talk),
      events: [
        adasEvent('interview.held', {
          interviewId: 'i-1',
          heldOn: '2026-03-10',
          place: 'TOWN_HALL',
          first: true,
          takesBack: 'MISSED',
        }),
      ],
    });
    expect(
      holdInterview(caseWith({ ...invitation, status: 'EXCUSED', excusedOn: '2026-03-09', excuse: 'ILLNESS' }), {
        ...holding,
        correction: true,
      }).state,
    ).toEqual(caseWith(talk));
  });

  test('on another day or elsewhere than recorded is a correction, which leaves the rest as it is', () => {
    const before = caseWith({ ...talk, notes: 'Wants to work in care' });
    const { state, events } = holdInterview(before, {
      interviewId: 'i-1',
      place: 'PHONE',
      correction: true,
      today: casesToday,
    });
    expect([state, events]).toMatchObject([
      caseWith({ ...talk, place: 'PHONE', notes: 'Wants to work in care', invitedTo: { place: 'TOWN_HALL' } }),
      [{ data: { heldOn: '2026-03-10', first: true, takesBack: 'HELD' } }],
    ]);
    expect(
      holdInterview(state, { interviewId: 'i-1', place: 'TOWN_HALL', correction: true, today: casesToday }).state,
    ).toEqual(before);
  });

  test.each([
    ['that nobody was invited to', 'NOT_FOUND', adasCase, {}],
    ['in a closed case', 'CASE_CLOSED', { ...closedCase, interviews: [invitation] }, {}],
    ['that was missed', 'INTERVIEW_ALREADY_CLOSED', caseWith({ ...invitation, status: 'MISSED' as const }), {}],
    ['that was excused', 'INTERVIEW_ALREADY_CLOSED', caseWith({ ...invitation, status: 'EXCUSED' as const }), {}],
    ['that was held on another day', 'INTERVIEW_ALREADY_CLOSED', caseWith(talk), { heldOn: '2026-03-11' }],
    [
      'as a correction in a closed case',
      'CASE_CLOSED',
      { ...closedCase, interviews: [talk] },
      { heldOn: '2026-03-11', correction: true },
    ],
    [
      'as a first talk on the telephone without a reason',
      'PLACE_REASON_REQUIRED',
      caseWith(inJuly),
      { heldOn: '2026-07-07', place: 'PHONE' as const },
    ],
    [
      'as a first talk elsewhere than the reason was for',
      'PLACE_REASON_REQUIRED',
      caseWith({ ...inJuly, place: 'TOWN_HALL' as const, placeReason: 'No bus' }),
      { heldOn: '2026-07-07', place: 'PHONE' as const },
    ],
    ['for a day before the invitation', 'INVALID_INPUT', caseWith(invitation), { heldOn: '2026-02-28' }],
    ['for a day to come', 'INVALID_INPUT', caseWith(invitation), { heldOn: '2026-10-01' }],
  ])('%s is refused with %s', (...[, code, state, changes]) => {
    expect(() => holdInterview(state, { ...holding, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
