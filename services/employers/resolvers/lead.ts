import { answerOrRefuse, requireFound, requireVisible, type RefusalPayload } from '#shared/graph/answer.ts';
import { fieldRefusal } from '#shared/graph/errors.ts';
import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import { keepsNetwork, maySeeLead, worksWithLeads } from '../access.ts';
import { answerLead } from '../commands/lead/answer-lead.ts';
import { reportLead } from '../commands/lead/report-lead.ts';
import { takeUpLead } from '../commands/lead/take-up-lead.ts';
import type { Context } from '../context.ts';
import { leadStatus, leadsWithStatus, type Lead, type LeadAnswer, type LeadDecision, type LeadStatus } from '../lead/lead.ts';
import { isHired, type Vacancy } from '../vacancy/vacancy.ts';

type ReportInput = Pick<Lead, 'municipality' | 'company' | 'kind'> & Partial<Pick<Lead, 'note' | 'reportedOn'>>;
type AnswerInput = { leadId: string; answer: LeadAnswer['code'] } & Partial<Omit<LeadAnswer, 'code'>>;
type TakeUpInput = { leadId: string; takenUpOn?: string; takeOver?: boolean };
type LeadFilter = Partial<{ municipality: string; answered: boolean; status: LeadStatus; takenUpBy: string }>;

export const leadQueries = {
  lead: (_: unknown, { id }: { id: string }, context: Context) => visibleLead(id, context),
  leads: (
    _: unknown,
    { filter, ...page }: { filter?: LeadFilter } & PageArguments,
    { actor, leads }: Context,
  ): Promise<Connection<Lead>> => {
    if (!worksWithLeads(actor)) throw new Refusal('FORBIDDEN', 'Leads are for town halls and the job centre.');
    const { municipality, answered, status, takenUpBy } = filter ?? {};
    const where = {
      ...(answered !== undefined && { 'answer.code': answered ? { from: '' } : null }),
      ...(takenUpBy !== undefined && { takenUpBy }),
      ...(status !== undefined && leadsWithStatus[status]),
      municipality: { in: actor.municipalities.filter((ags) => municipality === undefined || ags === municipality) },
    };
    return connection(leads, { where, sort: { by: 'reportedOn', direction: 'desc' } }, page);
  },
};

export const leadMutations = {
  reportLead: (_: unknown, { input }: { input: ReportInput }, { actor, leads, newId, stamp, today }: Context) =>
    answerOrRefuse(async () => {
      if (!maySeeLead(actor, input.municipality))
        throw new Refusal('FORBIDDEN', 'Leads are reported by those who work for the municipality.');
      const { reportedOn = today, ...facts } = input;
      const id = newId();
      return {
        lead: await leads.change(
          id,
          (known) => reportLead(known, { lead: { ...facts, id, reportedOn, reportedBy: actor.id }, today }),
          stamp,
        ),
      };
    }),
  takeUpLead: (_: unknown, { input }: { input: TakeUpInput }, context: Context) =>
    changeKept(input, context, async () => {
      const { takenUpOn = context.today, takeOver = false } = input;
      return (lead) => takeUpLead(lead, { by: context.actor.id, takenUpOn, takeOver, today: context.today });
    }),
  answerLead: (_: unknown, { input }: { input: AnswerInput }, context: Context) =>
    changeKept(input, context, async () => {
      const { leadId: _id, answer: code, answeredOn = context.today, ...rest } = input;
      await assertKnown(rest, context);
      return (lead) =>
        answerLead(lead, { answer: { code, answeredOn, ...rest }, by: context.actor.id, today: context.today });
    }),
};

export const leadFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleLead(id, context),
  municipality: ({ municipality }: Lead) => ({ ags: municipality }),
  status: leadStatus,
  answer: ({ answer: answered }: Lead) => answered?.code ?? null,
  answerText: ({ answer: answered }: Lead) => answered?.text ?? null,
  answeredOn: ({ answer: answered }: Lead) => answered?.answeredOn ?? null,
  vacancyTitle: async (lead: Lead, _: unknown, context: Context) => (await vacancyOf(lead, context))?.title ?? null,
  // Whether, not who and not how many: a number of one would tell of a person.
  ledToPlacement: async (lead: Lead, _: unknown, context: Context) =>
    (await vacancyOf(lead, context))?.proposals.some(isHired) ?? false,
};

async function vacancyOf({ answer: answered }: Lead, { loaders: load }: Context): Promise<Vacancy | null> {
  return answered?.vacancyId === undefined ? null : load.vacancy.load(answered.vacancyId);
}

async function visibleLead(id: string, { actor, loaders: load }: Context): Promise<Lead> {
  if (!worksWithLeads(actor)) throw fieldRefusal('FORBIDDEN', 'Leads are for town halls and the job centre.');
  return requireVisible(await load.lead.load(id), ({ municipality }) => maySeeLead(actor, municipality), 'The lead');
}

/** An answer names an employer and a vacancy that are there, and belong together. */
async function assertKnown(
  { employerId, vacancyId }: Pick<LeadAnswer, 'employerId' | 'vacancyId'>,
  { employers, vacancies }: Context,
): Promise<void> {
  if (employerId !== undefined) requireFound(await employers.get(employerId), 'The employer');
  if (vacancyId === undefined) return;
  const vacancy = requireFound(await vacancies.get(vacancyId), 'The vacancy');
  if (employerId !== undefined && vacancy.employerId !== employerId)
    throw new Refusal('INVALID_INPUT', 'employerId: is not the employer of the vacancy.');
}

/** A change of a lead by who keeps the network of its municipality. What it names beside the lead is looked up only for them. */
function changeKept(
  input: { leadId: string },
  { actor, leads, stamp }: Context,
  prepare: () => Promise<(lead: Lead) => LeadDecision>,
): Promise<{ lead: Lead } | RefusalPayload> {
  const kept = (known: Lead | null): Lead => {
    const lead = requireVisible(known, ({ municipality }) => maySeeLead(actor, municipality), 'The lead');
    if (!keepsNetwork(actor, lead.municipality))
      throw new Refusal('FORBIDDEN', 'Leads are followed up by the employer service.');
    return lead;
  };
  return answerOrRefuse(async () => {
    kept(await leads.get(input.leadId));
    const decide = await prepare();
    return { lead: await leads.change(input.leadId, (known) => decide(kept(known)), stamp) };
  });
}
