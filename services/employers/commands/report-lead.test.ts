import { describe, expect, test } from '@jest/globals';
import type { Lead } from '../lead.ts';
import { answerLead, reportLead } from './report-lead.ts';

const today = '2026-03-10';
const lead: Lead = { id: 'l-1', municipality: '06431006', reportedBy: 'rathaus.einhausen', reportedOn: '2026-03-02', company: 'Ried-Logistik', kind: 'EXPANSION' };

describe('a lead from a town hall', () => {
  test('is reported once, without its words', () => {
    expect(reportLead(null, { lead, today })).toEqual({ state: lead, events: [{ type: 'employer.leadReported', data: { leadId: 'l-1', municipality: '06431006', reportedOn: '2026-03-02' } }] });
    expect(reportLead(lead, { lead, today }).events).toEqual([]);
  });

  test.each(['Frau Meier sucht dort Arbeit', 'Bitte bei m.meier@example.org melden', 'Tel. 06251 123456', 'geboren am 03.04.1980', 'BG 43705BG0001234'])('tells of companies only: %s', (note) => {
    expect(() => reportLead(null, { lead: { ...lead, note }, today })).toThrow(expect.objectContaining({ code: 'LEAD_HAS_PERSONAL_DATA' }));
    expect(() => answerLead(lead, { answer: { code: 'NO_NEED_NOW', answeredOn: today, text: note }, by: 'carla.stein', today })).toThrow(expect.objectContaining({ code: 'LEAD_HAS_PERSONAL_DATA' }));
  });

  test('is answered for its reporter; the same answer again changes nothing', () => {
    const answer = { code: 'BECAME_VACANCY' as const, answeredOn: '2026-03-05', vacancyId: 'v-1' };
    const answered = answerLead(lead, { answer, by: 'carla.stein', today });
    expect(answered.events).toEqual([{ type: 'employer.leadAnswered', data: { leadId: 'l-1', municipality: '06431006', answeredOn: '2026-03-05', answer: 'BECAME_VACANCY', vacancyId: 'v-1' } }]);
    expect(answerLead(answered.state, { answer, by: 'carla.stein', today }).events).toEqual([]);
  });

  test('that became a vacancy names it', () => {
    expect(() => answerLead(lead, { answer: { code: 'BECAME_VACANCY', answeredOn: today }, by: 'carla.stein', today })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});
