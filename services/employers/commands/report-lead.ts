import { Refusal } from '#shared/refusal.ts';
import type { Lead, LeadDecision } from '../lead.ts';
import { assertNoPersonalData } from './assert-no-personal-data.ts';
import { assertNotBefore, assertNotInFuture } from './assert-dates.ts';

/** The town hall has heard something about a company. Reporting twice changes nothing. */
export function reportLead(known: Lead | null, { lead, today }: { lead: Lead; today: string }): LeadDecision {
  if (known) return { state: known, events: [] };
  assertNotInFuture('reportedOn', lead.reportedOn, today);
  assertNoPersonalData('company', lead.company);
  assertNoPersonalData('note', lead.note);
  return { state: lead, events: [{ type: 'employer.leadReported', data: { leadId: lead.id, municipality: lead.municipality, reportedOn: lead.reportedOn } }] };
}

export type LeadAnswer = NonNullable<Lead['answer']>;

/** What became of it, for the reporter to read. A later answer replaces an earlier one; the same one changes nothing. */
export function answerLead(lead: Lead, { answer, by, today }: { answer: LeadAnswer; by: string; today: string }): LeadDecision {
  if (lead.answer?.code === answer.code && lead.answer.text === answer.text && lead.answer.vacancyId === answer.vacancyId) return { state: lead, events: [] };
  assertNotInFuture('answeredOn', answer.answeredOn, today);
  assertNotBefore('answeredOn', answer.answeredOn, lead.reportedOn);
  assertNoPersonalData('text', answer.text);
  if (answer.code === 'BECAME_VACANCY' && answer.vacancyId === undefined) throw new Refusal('INVALID_INPUT', 'vacancyId: is needed when the lead became a vacancy.');
  const { employerId, vacancyId } = answer;
  return {
    state: { ...lead, takenUpBy: lead.takenUpBy ?? by, takenUpOn: lead.takenUpOn ?? answer.answeredOn, answer },
    events: [{
      type: 'employer.leadAnswered',
      data: { leadId: lead.id, municipality: lead.municipality, answeredOn: answer.answeredOn, answer: answer.code, ...(employerId !== undefined && { employerId }), ...(vacancyId !== undefined && { vacancyId }) },
    }],
  };
}
