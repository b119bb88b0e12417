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
    const known = { ...closedCase, interviews: [talk] };
    expect(holdInterview(known, holding)).toEqual({ state: known, events: [] });
  });

  test('from July 2026 on needs the reason that the invitation gave, or one of its own', () => {
    const known = caseWith({ ...inJuly, place: 'TOWN_HALL', placeReason: 'No bus' });
    expect(holdInterview(known, { ...holding, heldOn: '2026-07-07' }).events.length).toBe(1);
    expect(
      holdInterview(caseWith(inJuly), { ...holding, heldOn: '2026-07-07', place: 'PHONE', placeReason: 'Ill' }).events
        .length,
    ).toBe(1);
  });

  test('elsewhere than invited to does not keep the reason for the other place', () => {
    const known = caseWith({ ...inJuly, place: 'TOWN_HALL', placeReason: 'No bus' });
    expect(holdInterview(known, { ...holding, heldOn: '2026-07-07', place: 'JOB_CENTRE' }).state).toEqual(
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
    const known = caseWith({ ...talk, notes: 'Wants to work in care' });
    const { state, events } = holdInterview(known, {
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
    ).toEqual(known);
  });

  test.each([
    ['NOT_FOUND', adasCase, {}],
    ['CASE_CLOSED', { ...closedCase, interviews: [invitation] }, {}],
    ['INTERVIEW_ALREADY_CLOSED', caseWith({ ...invitation, status: 'MISSED' as const }), {}],
    ['INTERVIEW_ALREADY_CLOSED', caseWith({ ...invitation, status: 'EXCUSED' as const }), {}],
    ['INTERVIEW_ALREADY_CLOSED', caseWith(talk), { heldOn: '2026-03-11' }],
    ['CASE_CLOSED', { ...closedCase, interviews: [talk] }, { heldOn: '2026-03-11', correction: true }],
    ['PLACE_REASON_REQUIRED', caseWith(inJuly), { heldOn: '2026-07-07', place: 'PHONE' as const }],
    [
      'PLACE_REASON_REQUIRED',
      caseWith({ ...inJuly, place: 'TOWN_HALL' as const, placeReason: 'No bus' }),
      { heldOn: '2026-07-07', place: 'PHONE' as const },
    ],
    ['INVALID_INPUT', caseWith(invitation), { heldOn: '2026-02-28' }],
    ['INVALID_INPUT', caseWith(invitation), { heldOn: '2026-10-01' }],
  ])('is refused with %s', (code, known, changes) => {
    expect(() => holdInterview(known, { ...holding, ...changes })).toThrow(expect.objectContaining({ code }));
  });
});
