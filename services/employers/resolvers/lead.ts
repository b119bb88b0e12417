import { connection, type Connection, type PageArguments } from '#shared/graph/paging.ts';
import { worksWithLeads } from '../access.ts';
import type { Context } from '../context.ts';
import { leadStatus, type Lead } from '../lead/lead.ts';
import { leadsWhere, type LeadFilter } from '../lead/lead-list.ts';
import { EmployerRefusal } from '../refusal.ts';
import { isHired } from '../vacancy/proposal.ts';
import type { Vacancy } from '../vacancy/vacancy.ts';
import { visibleLead } from '../visible.ts';

type LeadList = PageArguments & { filter?: LeadFilter };

export const leadQueries = {
  lead: (_: unknown, { id }: { id: string }, context: Context) => visibleLead(id, context),
  leads: (_: unknown, { filter = {}, ...page }: LeadList, { actor, leads }: Context): Promise<Connection<Lead>> => {
    if (!worksWithLeads(actor)) throw new EmployerRefusal('FORBIDDEN', 'Leads are for town halls and the job centre.');
    const { municipality } = filter;
    const municipalities = actor.municipalities.filter((ags) => municipality === undefined || ags === municipality);
    const where = { ...leadsWhere(filter), municipality: { in: municipalities } };
    return connection(leads, { where, sort: { by: 'reportedOn', direction: 'desc' } }, page);
  },
};

export const leadFields = {
  __resolveReference: ({ id }: { id: string }, context: Context) => visibleLead(id, context),
  municipality: ({ municipality }: Lead) => ({ ags: municipality }),
  status: leadStatus,
  answer: ({ answer }: Lead) => answer?.code ?? null,
  answerText: ({ answer }: Lead) => answer?.text ?? null,
  answeredOn: ({ answer }: Lead) => answer?.answeredOn ?? null,
  vacancyTitle: async (lead: Lead, _: unknown, context: Context) => (await vacancyOf(lead, context))?.title ?? null,
  // Whether, not who and not how many: a number of one would tell of a person.
  ledToPlacement: async (lead: Lead, _: unknown, context: Context) =>
    (await vacancyOf(lead, context))?.proposals.some(isHired) ?? false,
};

async function vacancyOf({ answer }: Lead, { loaders }: Context): Promise<Vacancy | null> {
  return answer?.vacancyId === undefined ? null : loaders.vacancy.load(answer.vacancyId);
}
