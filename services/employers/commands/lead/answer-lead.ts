import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import type { Lead, LeadAnswer, LeadDecision } from '../../lead/lead.ts';
import { filledTexts } from '../../filled-texts.ts';
import { EmployerRefusal } from '../../refusal.ts';

export type AnswerLead = { answer: LeadAnswer; by: string; today: string };

/** Answers a lead for its reporter to read. A later answer replaces an earlier one; the same one changes nothing. */
export function answerLead(lead: Lead, { answer: { text, ...facts }, by, today }: AnswerLead): LeadDecision {
  const answer = { ...facts, ...filledTexts({ text }) };
  if (lead.answer && isDeepStrictEqual({ ...lead.answer, answeredOn: answer.answeredOn }, answer))
    return { state: lead, events: [] };
  assertNotInFuture('answeredOn', answer.answeredOn, today);
  assertNotBefore('answeredOn', answer.answeredOn, lead.takenUpOn ?? lead.reportedOn);
  assertNoPersonalData('text', answer.text);
  if (answer.code === 'BECAME_VACANCY' && answer.vacancyId === undefined)
    throw new EmployerRefusal('INVALID_INPUT', 'is needed when the lead became a vacancy.', 'vacancyId');

  const { code, answeredOn, employerId, vacancyId } = answer;
  return {
    // Whoever answers has followed it up.
    state: { ...lead, takenUpBy: lead.takenUpBy ?? by, takenUpOn: lead.takenUpOn ?? answeredOn, answer },
    events: [
      {
        type: 'employer.leadAnswered',
        data: {
          leadId: lead.id,
          municipality: lead.municipality,
          answeredOn,
          answer: code,
          ...(employerId !== undefined && { employerId }),
          ...(vacancyId !== undefined && { vacancyId }),
        },
      },
    ],
  };
}
