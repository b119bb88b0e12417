import { describe, expect, test } from '@jest/globals';
import { einhausen } from '#tests/support/actors.ts';
import { lead, testDay } from '../../employers.fixture.ts';
import { takeUpLead } from './take-up-lead.ts';

const taking = { by: 'carla', takenUpOn: '2026-03-04', takeOver: false, today: testDay };
const { state: ofCarla } = takeUpLead(lead, taking);

describe('taking up a lead', () => {
  test('says that somebody follows it up, and not who', () => {
    expect(takeUpLead(lead, taking)).toEqual({
      state: { ...lead, takenUpBy: 'carla', takenUpOn: '2026-03-04' },
      events: [
        { type: 'employer.leadTakenUp', data: { leadId: 'l-1', municipality: einhausen, takenUpOn: '2026-03-04' } },
      ],
    });
  });

  test('a second time changes nothing, also after the answer', () => {
    const answered = { ...ofCarla, answer: { code: 'NO_NEED_NOW' as const, answeredOn: testDay } };
    expect([takeUpLead(ofCarla, { ...taking, takenUpOn: testDay }), takeUpLead(answered, taking)]).toEqual([
      { state: ofCarla, events: [] },
      { state: answered, events: [] },
    ]);
  });

  test('from a colleague is possible knowingly', () => {
    expect(takeUpLead(ofCarla, { ...taking, by: 'dora', takenUpOn: testDay, takeOver: true }).state).toEqual({
      ...lead,
      takenUpBy: 'dora',
      takenUpOn: testDay,
    });
  });

  test.each([
    ['LEAD_TAKEN_UP', ofCarla, { ...taking, by: 'dora' }],
    [
      'WRONG_STATUS',
      { ...ofCarla, answer: { code: 'NO_NEED_NOW' as const, answeredOn: testDay } },
      { ...taking, by: 'dora', takeOver: true },
    ],
    ['INVALID_INPUT', lead, { ...taking, takenUpOn: '2026-03-11' }],
    ['INVALID_INPUT', lead, { ...taking, takenUpOn: '2026-03-01' }],
    ['INVALID_INPUT', ofCarla, { ...taking, by: 'dora', takenUpOn: '2026-03-03', takeOver: true }],
  ])('is refused with %s', (code, known, input) => {
    expect(() => takeUpLead(known, input)).toThrow(expect.objectContaining({ code }));
  });
});
