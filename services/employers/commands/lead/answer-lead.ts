import { isDeepStrictEqual } from 'node:util';
import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Lead, LeadAnswer, LeadDecision } from '../../lead/lead.ts';
import { filledTexts } from '../../filled-texts.ts';

export type AnswerLead = { answer: LeadAnswer; by: string; today: string };

/** What became of it, for the reporter to read. A later answer replaces an earlier one; the same one changes nothing. */
export function answerLead(lead: Lead, { answer: { text, ...told }, by, today }: AnswerLead): LeadDecision {
  const answer = { ...told, ...filledTexts({ text }) };
  if (lead.answer && isDeepStrictEqual({ ...lead.answer, answeredOn: answer.answeredOn }, answer))
    return { state: lead, events: [] };
  assertNotInFuture('answeredOn', answer.answeredOn, today);
  assertNotBefore('answeredOn', answer.answeredOn, lead.takenUpOn ?? lead.reportedOn);
  assertNoPersonalData('text', answer.text);
  if (answer.code === 'BECAME_VACANCY' && answer.vacancyId === undefined)
    throw new Refusal('INVALID_INPUT', 'vacancyId: is needed when the lead became a vacancy.');

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
