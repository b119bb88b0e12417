import { describe, expect, test } from '@jest/globals';
import { einhausen } from '#tests/support/actors.ts';
import { lead, testDay } from '../../employers.fixture.ts';
import { takeUpLead } from './take-up-lead.ts';

const taking = { by: 'carla', takenUpOn: '2026-03-04', takeOver: false, today: testDay };
const { state: ofCarla } = takeUpLead(lead, taking);

describe('taking up a lead', () => {
  test('tells that a user follows it up, and not which one', () => {
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
    {
      name: 'from a colleague unknowingly',
      code: 'LEAD_TAKEN_UP',
      existing: ofCarla,
      input: { ...taking, by: 'dora' },
    },
    {
      name: 'after the answer',
      code: 'WRONG_STATUS',
      existing: { ...ofCarla, answer: { code: 'NO_NEED_NOW' as const, answeredOn: testDay } },
      input: { ...taking, by: 'dora', takeOver: true },
    },
    { name: 'on a day to come', code: 'INVALID_INPUT', existing: lead, input: { ...taking, takenUpOn: '2026-03-11' } },
    {
      name: 'before the lead was reported',
      code: 'INVALID_INPUT',
      existing: lead,
      input: { ...taking, takenUpOn: '2026-03-01' },
    },
    {
      name: 'before a colleague took it up',
      code: 'INVALID_INPUT',
      existing: ofCarla,
      input: { ...taking, by: 'dora', takenUpOn: '2026-03-03', takeOver: true },
    },
  ])('is refused $name: $code', ({ code, existing, input }) => {
    expect(() => takeUpLead(existing, input)).toThrow(expect.objectContaining({ code }));
  });
});
