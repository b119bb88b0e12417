import { describe, expect, test } from '@jest/globals';
import { einhausen } from '#tests/support/actors.ts';
import { lead, testDay } from '../../employers.fixture.ts';
import { reportLead } from './report-lead.ts';

describe('a lead from a town hall', () => {
  test('is kept, and said without its words', () => {
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
    ['TEXT_HAS_PERSONAL_DATA', { ...lead, note: 'Frau Meier sucht dort Arbeit' }],
    ['TEXT_HAS_PERSONAL_DATA', { ...lead, company: 'Herr Schmidt, 06251 123456' }],
    ['INVALID_INPUT', { ...lead, reportedOn: '2026-03-11' }],
    ['INVALID_INPUT', { ...lead, reportedOn: '1900-01-01' }],
  ])('is refused with %s', (code, refused) => {
    expect(() => reportLead(null, { lead: refused, today: testDay })).toThrow(expect.objectContaining({ code }));
  });
});
