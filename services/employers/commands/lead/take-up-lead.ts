import { assertNotBefore, assertNotInFuture } from '#shared/calendar/fact-day.ts';
import type { Lead, LeadDecision } from '../../lead/lead.ts';
import { EmployerRefusal } from '../../refusal.ts';

export type TakeUpLead = { by: string; takenUpOn: string; takeOver: boolean; today: string };

/**
 * Notes which user of the employer service follows the lead up; the reporter sees it. From a colleague it is taken over
 * knowingly or not at all.
 */
export function takeUpLead(lead: Lead, { by, takenUpOn, takeOver, today }: TakeUpLead): LeadDecision {
  if (lead.takenUpBy === by) return { state: lead, events: [] };
  if (lead.answer) throw new EmployerRefusal('WRONG_STATUS', 'The lead was answered before.');
  if (lead.takenUpBy !== undefined && !takeOver)
    throw new EmployerRefusal('LEAD_TAKEN_UP', 'A colleague follows the lead up already.');
  assertNotInFuture('takenUpOn', takenUpOn, today);
  assertNotBefore('takenUpOn', takenUpOn, lead.takenUpOn ?? lead.reportedOn);
  return {
    state: { ...lead, takenUpBy: by, takenUpOn },
    events: [{ type: 'employer.leadTakenUp', data: { leadId: lead.id, municipality: lead.municipality, takenUpOn } }],
  };
}
