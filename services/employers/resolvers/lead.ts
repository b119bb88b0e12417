import { answer, found } from '#shared/answer.ts';
import { refused } from '#shared/graph-error.ts';
import { given } from '#shared/given.ts';
import { connection, type PageArguments } from '#shared/paging.ts';
import { Refusal } from '#shared/refusal.ts';
import type { Repeatable } from '#shared/request.ts';
import { keepsNetwork, mayReportLead, maySeeLead } from '../access.ts';
import { answerLead } from '../commands/lead/answer-lead.ts';
import { reportLead } from '../commands/lead/report-lead.ts';
import type { Context } from '../context.ts';
import type { Lead } from '../lead.ts';
import { isHired } from '../vacancy.ts';

type ReportInput = Repeatable & Pick<Lead, 'municipality' | 'company' | 'kind'> & { note?: string | null; reportedOn?: string | null };
type AnswerInput = Repeatable & { leadId: string; answer: NonNullable<Lead['answer']>['code']; text?: string | null; answeredOn?: string | null; employerId?: string | null; vacancyId?: string | null };
type LeadFilter = { municipality?: string | null; answered?: boolean | null };

export const leadQueries = {
  lead: (_: unknown, { id }: { id: string }, context: Context) => visibleLead(id, context),
  leads: (_: unknown, { filter, ...page }: { filter?: LeadFilter | null } & PageArguments, { actor, leads }: Context) => {
    const { municipality, answered } = given(filter ?? {});
    const mine = actor.municipalities.filter((ags) => mayReportLead(actor, ags) && (municipality === undefined || ags === municipality));
    const where = { municipality: { in: mine }, ...(answered !== undefined && { 'answer.code': answered ? { from: '' } : null }) };
    return connection(leads, { where, sort: { by: 'reportedOn', direction: 'desc' } }, page);
  },
};

export const leadMutations = {
  reportLead: (_: unknown, { input }: { input: ReportInput }, { actor, leads, newId, stamp, today }: Context) =>
    answer(async () => {
      if (!mayReportLead(actor, input.municipality)) throw new Refusal('FORBIDDEN', 'Leads are reported by those who work for the municipality.');
      const { idempotencyKey: _key, reportedOn = today, ...facts } = given(input);
      const id = newId(input);
      return { lead: await leads.change(id, (known) => reportLead(known, { lead: { ...facts, id, reportedOn, reportedBy: actor.id }, today }), stamp(input)) };
    }),
  answerLead: (_: unknown, { input }: { input: AnswerInput }, context: Context) =>
    answer(async () => {
      const { actor, leads, load, stamp, today } = context;
      const { leadId, answer: code, text, answeredOn = today, employerId, vacancyId } = given(input);
      if (employerId !== undefined) found(await load.employer.load(employerId), 'The employer');
      if (vacancyId !== undefined) found(await load.vacancy.load(vacancyId), 'The vacancy');
      const given_ = { code, answeredOn, ...(text !== undefined && { text }), ...(employerId !== undefined && { employerId }), ...(vacancyId !== undefined && { vacancyId }) };
      return {
        lead: await leads.change(leadId, (known) => {
          const lead = found(known, 'The lead');
          if (!keepsNetwork(actor, lead.municipality)) throw new Refusal('FORBIDDEN', 'Leads are answered by the employer service.');
          return answerLead(lead, { answer: given_, by: actor.id, today });
        }, stamp(input)),
      };
    }),
};

export const leadFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleLead(id, context),
  municipality: ({ municipality }: Lead) => ({ ags: municipality }),
  status: ({ answer: answered, takenUpBy }: Lead) => (answered ? 'ANSWERED' : takenUpBy === undefined ? 'REPORTED' : 'TAKEN_UP'),
  answer: ({ answer: answered }: Lead) => answered?.code ?? null,
  answerText: ({ answer: answered }: Lead) => answered?.text ?? null,
  answeredOn: ({ answer: answered }: Lead) => answered?.answeredOn ?? null,
  vacancyTitle: async ({ answer: answered }: Lead, _: unknown, { load }: Context) => (answered?.vacancyId === undefined ? null : ((await load.vacancy.load(answered.vacancyId))?.title ?? null)),
  // Whether, not who and not how many: a number of one would tell of a person.
  ledToPlacement: async ({ answer: answered }: Lead, _: unknown, { load }: Context) => (answered?.vacancyId === undefined ? false : ((await load.vacancy.load(answered.vacancyId))?.proposals.some(isHired) ?? false)),
};

async function visibleLead(id: string, { actor, leads }: Context): Promise<Lead> {
  const lead = await leads.get(id);
  if (!lead) throw refused('NOT_FOUND', 'The lead was not found.');
  if (!maySeeLead(actor, lead.municipality)) throw refused('FORBIDDEN', 'The lead is not for your municipality or role.');
  return lead;
}
