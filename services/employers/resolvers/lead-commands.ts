import { answerOrRefuse, requireFound, requireVisible } from '#shared/graph/answer.ts';
import { keepsNetwork, maySeeLead } from '../access.ts';
import { answerLead } from '../commands/lead/answer-lead.ts';
import { reportLead } from '../commands/lead/report-lead.ts';
import { takeUpLead } from '../commands/lead/take-up-lead.ts';
import type { Context } from '../context.ts';
import type { Lead, LeadAnswer, LeadDecision } from '../lead/lead.ts';
import { EmployerRefusal } from '../refusal.ts';

type ReportLeadInput = {
  municipality: string;
  company: string;
  kind: Lead['kind'];
  note?: string;
  reportedOn?: string;
};
type TakeUpLeadInput = { leadId: string; takenUpOn?: string; takeOver?: boolean };
type AnswerLeadInput = {
  leadId: string;
  answer: LeadAnswer['code'];
  text?: string;
  answeredOn?: string;
  employerId?: string;
  vacancyId?: string;
};

export const leadMutations = {
  reportLead: (_: unknown, { input }: { input: ReportLeadInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, leads, newId, stamp, today } = context;
      if (!maySeeLead(actor, input.municipality))
        throw new EmployerRefusal('FORBIDDEN', 'Leads are reported by those who work for the municipality.');
      const lead = { reportedOn: today, ...input, id: newId(), reportedBy: actor.id };
      return { lead: await leads.change(lead.id, (existing) => reportLead(existing, { lead, today }), stamp) };
    }),
  takeUpLead: (_: unknown, { input }: { input: TakeUpLeadInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, leads, today } = context;
      requireKept(await leads.get(input.leadId), context);
      const { takenUpOn = today, takeOver = false } = input;
      return changeLead(input.leadId, context, (lead) =>
        takeUpLead(lead, { by: actor.id, takenUpOn, takeOver, today }),
      );
    }),
  answerLead: (_: unknown, { input }: { input: AnswerLeadInput }, context: Context) =>
    answerOrRefuse(async () => {
      const { actor, leads, today } = context;
      // What the answer names beside the lead is looked up only for those who may answer it.
      requireKept(await leads.get(input.leadId), context);
      await assertLedTo(input, context);
      const { leadId, answer: code, ...facts } = input;
      const answer = { answeredOn: today, ...facts, code };
      return changeLead(leadId, context, (lead) => answerLead(lead, { answer, by: actor.id, today }));
    }),
};

/** Returns the lead, for those who keep the network in its municipality. Refused with FORBIDDEN or NOT_FOUND. */
function requireKept(existing: Lead | null, { actor }: Context): Lead {
  const lead = requireVisible(existing, ({ municipality }) => maySeeLead(actor, municipality), 'The lead');
  if (!keepsNetwork(actor, lead.municipality))
    throw new EmployerRefusal('FORBIDDEN', 'Leads are followed up by the employer service.');
  return lead;
}

/** Refuses an answer with an employer or a vacancy that is not there, or that do not belong together. */
async function assertLedTo(
  { employerId, vacancyId }: Pick<LeadAnswer, 'employerId' | 'vacancyId'>,
  { employers, vacancies }: Context,
): Promise<void> {
  if (employerId !== undefined) requireFound(await employers.get(employerId), 'The employer');
  if (vacancyId === undefined) return;
  const vacancy = requireFound(await vacancies.get(vacancyId), 'The vacancy');
  if (employerId !== undefined && vacancy.employerId !== employerId)
    throw new EmployerRefusal('INVALID_INPUT', 'is not the employer of the vacancy.', 'employerId');
}

/** Changes a lead. Whether the caller may is asked before, and once more of the lead as it is by then. */
async function changeLead(
  leadId: string,
  context: Context,
  decide: (lead: Lead) => LeadDecision,
): Promise<{ lead: Lead }> {
  const { leads, stamp } = context;
  return { lead: await leads.change(leadId, (existing) => decide(requireKept(existing, context)), stamp) };
}
