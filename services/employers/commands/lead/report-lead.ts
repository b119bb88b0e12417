import { assertNotBefore, assertNotInFuture, FIRST_DAY } from '#shared/calendar/fact-day.ts';
import { assertNoPersonalData } from '#shared/protection/no-personal-data.ts';
import { plainText } from '#shared/codes/plain-text.ts';
import type { Lead, LeadDecision } from '../../lead/lead.ts';
import { filledTexts } from '../../filled-texts.ts';

/** Records news of a company that a town hall or the job centre has heard. Reporting twice changes nothing. */
export function reportLead(existing: Lead | null, { lead, today }: { lead: Lead; today: string }): LeadDecision {
  if (existing) return { state: existing, events: [] };
  assertNotInFuture('reportedOn', lead.reportedOn, today);
  assertNotBefore('reportedOn', lead.reportedOn, FIRST_DAY);
  assertNoPersonalData('company', lead.company);
  assertNoPersonalData('note', lead.note);
  const { note, ...facts } = lead;
  return {
    state: { ...facts, company: plainText(lead.company), ...filledTexts({ note }) },
    events: [
      {
        type: 'employer.leadReported',
        data: { leadId: lead.id, municipality: lead.municipality, reportedOn: lead.reportedOn },
      },
    ],
  };
}
