import { describe, expect, test } from '@jest/globals';
import { einhausen } from '#tests/support/actors.ts';
import { lead, testDay } from '../../employers.fixture.ts';
import { reportLead } from './report-lead.ts';

describe('a lead from a town hall', () => {
  test('is kept, and told without its text', () => {
    expect(reportLead(null, { lead: { ...lead, company: ' Ried-Logistik ' }, today: testDay })).toEqual({
      state: lead,
      events: [
        { type: 'employer.leadReported', data: { leadId: 'l-1', municipality: einhausen, reportedOn: '2026-03-02' } },
      ],
    });
  });

  test('has no note where that is left empty', () => {
    expect(reportLead(null, { lead: { ...lead, note: '' }, today: testDay }).state).toEqual(lead);
  });

  test('is reported once', () => {
    expect(reportLead(lead, { lead, today: testDay })).toEqual({ state: lead, events: [] });
  });

  test.each([
    {
      name: 'with a name in its note',
      code: 'TEXT_HAS_PERSONAL_DATA',
      refused: { ...lead, note: 'Frau Meier sucht dort Arbeit' },
    },
    {
      name: 'with a name as its company',
      code: 'TEXT_HAS_PERSONAL_DATA',
      refused: { ...lead, company: 'Herr Schmidt, 06251 123456' },
    },
    { name: 'on a day to come', code: 'INVALID_INPUT', refused: { ...lead, reportedOn: '2026-03-11' } },
    { name: 'before there were job centres', code: 'INVALID_INPUT', refused: { ...lead, reportedOn: '1900-01-01' } },
  ])('is refused $name: $code', ({ code, refused }) => {
    expect(() => reportLead(null, { lead: refused, today: testDay })).toThrow(expect.objectContaining({ code }));
  });
});
